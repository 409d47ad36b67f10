package io.parler.events;

import java.util.Map;

/// One delivery of a message; `receiveCount` is 1 the first time.
public record Delivery(
        String messageId, int receiveCount, String body, Map<String, String> attributes) {
    public Delivery {
        attributes = Map.copyOf(attributes);
    }
}
