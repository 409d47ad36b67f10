package io.parler.conversion.job;

import io.parler.conversion.voice.VoiceProfile;
import java.math.BigDecimal;

/// What a provider billed for a conversion that failed.
public record Charge(VoiceProfile voice, int characters) {
    public String provider() {
        return voice.id().provider();
    }

    /// In US dollars, at its list price.
    public BigDecimal cost() {
        return voice.engine().pricing().price(characters);
    }
}
