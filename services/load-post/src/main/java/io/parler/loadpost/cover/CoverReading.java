package io.parler.loadpost.cover;

/// How making a cover of a picture ended.
public sealed interface CoverReading {
    /// A baseline JPEG in sRGB.
    record Found(byte[] jpeg) implements CoverReading {}

    /// The bytes are no picture that is read.
    ///
    /// @param detail one sentence for the user
    record NoPicture(String detail) implements CoverReading {}
}
