package io.parler.loadpost.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.loadpost.follow.PollRequest;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.logging.Correlation;
import java.util.UUID;

/// A poll request as a message of the queue Polls. It has the envelope of an event, with the
/// correlation id, but never leaves this service.
///
/// @param changed whether the blog said that it has changed
record PollMessage(boolean changed) {
    static final String TYPE = "subscription.poll";

    static String of(PollRequest request) {
        return CloudEvent.of(
                        UUID.randomUUID().toString(),
                        "/parler/load-post",
                        TYPE,
                        request.subscription().value(),
                        request.requestedAt(),
                        Correlation.current().orElse(null),
                        new PollMessage(request.changed()))
                .json();
    }

    static PollRequest request(CloudEvent event) throws UnreadableEvent {
        SubscriptionId id =
                SubscriptionId.parse(event.subject())
                        .orElseThrow(() -> new UnreadableEvent("not a subscription"));
        return new PollRequest(id, event.time(), event.data(PollMessage.class).changed());
    }
}
