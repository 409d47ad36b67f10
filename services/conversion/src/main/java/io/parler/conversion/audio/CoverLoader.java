package io.parler.conversion.audio;

import java.util.Optional;

/// Loads cover images, resized and re-encoded.
@FunctionalInterface
public interface CoverLoader {
    /// The image at `url` as a JPEG. Empty if there is none or it is unavailable: audio without a
    /// cover is better than none.
    Optional<byte[]> load(String url);
}
