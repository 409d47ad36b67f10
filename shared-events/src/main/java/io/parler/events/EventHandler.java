package io.parler.events;

/// Does the work of an event. Returning means done, also where the outcome is a refusal; whatever
/// is thrown leaves the message in its queue for another try.
@FunctionalInterface
public interface EventHandler {
    void handle(CloudEvent event, Delivery delivery) throws Exception;
}
