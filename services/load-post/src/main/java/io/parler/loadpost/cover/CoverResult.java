package io.parler.loadpost.cover;

/// The result of making a cover.
public sealed interface CoverResult {
    /// A baseline JPEG in sRGB.
    record Found(byte[] jpeg) implements CoverResult {}

    /// The bytes are no image that is supported.
    ///
    /// @param detail one sentence for the user
    record NoPicture(String detail) implements CoverResult {}
}
