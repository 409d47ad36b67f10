package io.parler.local.lambda;

/// An instance of a function; it handles one request at a time, as on Lambda.
interface Instance {
    /// The result of a request, and whether the instance can handle another one.
    record Result(Invocation invocation, boolean usable) {}

    /// Whether it can handle another request; waits if that is not known yet.
    boolean isUsable() throws InterruptedException;

    /// Handles a request. Errors go to the function's log.
    Result handle(String requestId, byte[] payload) throws InterruptedException;

    /// Stops the instance and its running request.
    void stop();
}
