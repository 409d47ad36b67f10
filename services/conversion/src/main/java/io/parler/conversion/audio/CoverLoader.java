package io.parler.conversion.audio;

import java.util.Optional;

/// Where pictures come from, small and re-encoded.
@FunctionalInterface
public interface CoverLoader {
    /// The JPEG made of the picture at `url`; none where there is no picture, or it can't be had
    /// now: audio without a cover is better than none.
    Optional<byte[]> load(String url);
}
