package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.ConversionId;
import org.jspecify.annotations.Nullable;

/// What an event must have to be of use; without it the event is unreadable.
final class Required {
    private Required() {}

    static ConversionId conversionId(CloudEvent event) throws UnreadableEvent {
        return ConversionId.parse(event.subject())
                .orElseThrow(() -> new UnreadableEvent("the subject isn't a conversion's id"));
    }

    static <T> T field(String name, @Nullable T value) throws UnreadableEvent {
        if (value == null) {
            throw new UnreadableEvent("the data has no " + name);
        }
        return value;
    }
}
