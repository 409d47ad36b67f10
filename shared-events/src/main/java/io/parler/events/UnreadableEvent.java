package io.parler.events;

/// A message is not an event, or its data is not what its type requires: a bug of the producer. A
/// retry doesn't help; the message becomes a dead letter.
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
