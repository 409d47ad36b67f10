package io.parler.loadpost.load;

/// How loading something from the web ended.
public sealed interface Loaded<T> {
    record Found<T>(T value) implements Loaded<T> {}

    /// It was refused, as is expected on the web.
    ///
    /// @param detail one sentence for the user
    record Refused<T>(Refusal reason, String detail) implements Loaded<T> {}
}
