package io.parler.conversion.voice;

import io.parler.conversion.speech.SsmlSupport;
import java.util.Set;

/// One of the engines of a provider: its limits, prices and SSML support.
///
/// @param rank the default engine is the one with the lowest rank
/// @param sampleRate of its MP3, in hertz
/// @param tags the SSML elements it supports. Without any, it takes plain text only
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
