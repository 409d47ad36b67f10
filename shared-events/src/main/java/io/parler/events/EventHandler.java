package io.parler.events;

/// Handles an event. After an exception the message stays in its queue and is delivered again.
@FunctionalInterface
public interface EventHandler {
    void handle(CloudEvent event, Delivery delivery) throws Exception;
}
