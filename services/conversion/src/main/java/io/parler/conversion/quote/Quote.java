package io.parler.conversion.quote;

import io.parler.conversion.voice.VoiceProfile;
import java.math.BigDecimal;
import java.util.List;

/// The price of a conversion with each engine of its voice.
///
/// @param seconds the estimated length of the audio
/// @param offers the engine that a conversion would use comes first
public record Quote(
        String title, String language, int characters, double seconds, List<Offer> offers) {
    public Quote {
        offers = List.copyOf(offers);
    }

    /// The price with one engine.
    ///
    /// @param alreadySynthesized the number of characters that are stored and cost nothing
    /// @param billable the number of characters that the provider would bill now, including those
    ///     for word times
    /// @param price of the billable characters, in US dollars
    public record Offer(
            VoiceProfile voice, int alreadySynthesized, int billable, BigDecimal price) {}
}
