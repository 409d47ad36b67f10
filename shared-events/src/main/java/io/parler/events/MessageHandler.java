package io.parler.events;

/// Does the work of a message as it is: for dead letters, which may be no events at all.
@FunctionalInterface
public interface MessageHandler {
    void handle(Delivery delivery) throws Exception;
}
