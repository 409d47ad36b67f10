package io.parler.conversion.quote;

import io.parler.conversion.voice.VoiceProfile;
import java.math.BigDecimal;
import java.util.List;

/// What a conversion would cost, by the engines that make its voice.
///
/// @param seconds of audio, about
/// @param offers the one that would be taken first
public record Quote(
        String title, String language, int characters, double seconds, List<Offer> offers) {
    public Quote {
        offers = List.copyOf(offers);
    }

    /// What one engine would cost.
    ///
    /// @param alreadySpoken characters that are kept and cost nothing
    /// @param billable characters that the service would bill now, times of words included
    /// @param price of those, in US dollars
    public record Offer(VoiceProfile voice, int alreadySpoken, int billable, BigDecimal price) {}
}
