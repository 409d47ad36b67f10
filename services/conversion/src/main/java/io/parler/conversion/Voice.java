package io.parler.conversion;

/// A service that speaks.
@FunctionalInterface
public interface Voice {
    /// One call, one try. It ends when the thread is interrupted.
    Speech speak(String text, Narration narration) throws InterruptedException;
}
