package io.parler.postconversion.aws;

import io.parler.events.EventPublisher;
import io.parler.postconversion.AcceptedRequest;
import io.parler.postconversion.RequestPublisher;

/// Publishes accepted requests to the topic that all services share.
final class SnsRequestPublisher implements RequestPublisher {
    private final EventPublisher publisher;

    SnsRequestPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void publish(AcceptedRequest request) {
        publisher.publish(
                ConversionRequestedV1.TYPE,
                request.id().toString(),
                request.account().value(),
                ConversionRequestedV1.of(request));
    }
}
