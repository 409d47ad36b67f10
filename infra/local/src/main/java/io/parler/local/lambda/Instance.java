package io.parler.local.lambda;

/// One constructed handler: one request at a time, as an instance on Lambda.
interface Instance {
    /// How a request ended, and whether the instance takes another.
    record Ended(Invocation invocation, boolean usable) {}

    /// Whether it still takes requests; one that is about to find out is waited for.
    boolean isUsable() throws InterruptedException;

    /// Runs one request. What failed is in the function's log, or on its way there.
    Ended handle(String requestId, byte[] payload) throws InterruptedException;

    /// Ends it, and the request it may be running.
    void abandon();
}
