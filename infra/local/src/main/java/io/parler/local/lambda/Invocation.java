package io.parler.local.lambda;

/// How one invocation ended. Bytes belong to whoever holds the record; nobody changes them.
@SuppressWarnings("ArrayRecordComponent") // payloads are handed on once and never compared
public sealed interface Invocation {
    /// The handler returned; `payload` is its result as JSON.
    record Answered(byte[] payload) implements Invocation {}

    /// The handler threw, could not be constructed, or ran out of time; `payload` is the error JSON
    /// as Lambda writes it.
    record Failed(String errorType, String message, byte[] payload) implements Invocation {}

    /// As many requests as the function's concurrency allows are running already.
    record Throttled() implements Invocation {}

    /// There is no function of that name.
    record Unknown() implements Invocation {}
}
