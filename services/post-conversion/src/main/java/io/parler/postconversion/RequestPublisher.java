package io.parler.postconversion;

/// Tells the other services of an accepted request.
@FunctionalInterface
public interface RequestPublisher {
    /// Returns when the event is durable; throws UnavailableException when it may not be.
    void publish(AcceptedRequest request);
}
