package io.parler.events;

/// Handles a message that may not be an event, such as a dead letter.
@FunctionalInterface
public interface MessageHandler {
    void handle(Delivery delivery) throws Exception;
}
