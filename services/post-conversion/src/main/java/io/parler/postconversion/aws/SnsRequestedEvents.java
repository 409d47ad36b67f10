package io.parler.postconversion.aws;

import io.parler.events.EventPublisher;
import io.parler.postconversion.Outage;
import io.parler.postconversion.RequestedEvents;
import software.amazon.awssdk.core.exception.SdkException;

/// The shared topic.
final class SnsRequestedEvents implements RequestedEvents {
    private final EventPublisher publisher;

    SnsRequestedEvents(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void requested(Requested requested) {
        try {
            publisher.publish(
                    ConversionRequestedV1.TYPE,
                    requested.id().toString(),
                    requested.accountId(),
                    ConversionRequestedV1.of(requested));
        } catch (SdkException e) {
            throw new Outage("topic of events", e);
        }
    }
}
