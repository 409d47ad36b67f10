package io.parler.postconversion.collection;

/// The state machine that runs a collection. Every method throws UnavailableException.
public interface Workflow {
    /// Starts it once.
    void start(PostCollection collection);

    /// Ends the task that waits with this token; does nothing if it has ended.
    void proceed(String token, String outcome);
}
