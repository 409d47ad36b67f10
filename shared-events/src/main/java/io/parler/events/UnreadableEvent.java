package io.parler.events;

/// A message that isn't an event, or whose data isn't what its type promises: a bug of a producer.
/// Trying again doesn't help; its dead-letter queue keeps it for us.
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
