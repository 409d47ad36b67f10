package io.parler.problem;

/// Something we depend on is unavailable for now: the same request may succeed later. A request is
/// answered 503; a message stays in its queue.
public class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Wraps what the dependency threw.
    ///
    /// @param dependency what is unavailable, as a log line names it
    public UnavailableException(String dependency, Throwable cause) {
        super(dependency + " is unavailable", cause);
    }

    public UnavailableException(String message) {
        super(message);
    }
}
