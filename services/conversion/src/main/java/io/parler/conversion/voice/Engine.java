package io.parler.conversion.voice;

import io.parler.conversion.speech.SsmlSupport;
import java.util.Set;

/// A way in which a service makes voices: what it takes, understands and charges.
///
/// @param rank where nobody chose, the engine with the lowest is taken
/// @param sampleRate of its MP3, in hertz
/// @param tags of SSML that it understands; none: it takes plain text only
public record Engine(
        String id,
        int rank,
        RateLimit rateLimit,
        InputLimit limit,
        Pricing pricing,
        int sampleRate,
        Set<SsmlSupport.Tag> tags,
        WordTimesSupport wordTimes) {
    public Engine {
        tags = Set.copyOf(tags);
    }
}
