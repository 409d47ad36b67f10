package io.parler.local.lambda;

/// The result of an invocation.
@SuppressWarnings("ArrayRecordComponent") // payloads are never compared
public sealed interface Invocation {
    /// The handler returned.
    ///
    /// @param payload its result as JSON
    record Succeeded(byte[] payload) implements Invocation {}

    /// The handler threw, could not be constructed, or timed out.
    ///
    /// @param payload the error JSON in Lambda's format
    record Failed(String errorType, String message, byte[] payload) implements Invocation {}

    /// The function's concurrency limit is reached.
    record Throttled() implements Invocation {}

    /// There is no function of that name.
    record Unknown() implements Invocation {}
}
