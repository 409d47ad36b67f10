package io.parler.postconversion.aws;

import io.parler.postconversion.usage.Bill;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.completed.v1` that the quota needs.
///
/// @param provider absent in events from before costs were counted; the voice says it too
record ConversionCompletedV1(
        String accountId,
        @Nullable String voice,
        long billedCharacters,
        @Nullable String provider,
        @Nullable CostV1 cost) {
    static final String TYPE = "conversion.completed.v1";

    /// That of a voice without a service in its id: there was no other.
    private static final String ONLY_SERVICE = "polly";

    /// US dollars.
    record CostV1(BigDecimal amount) {
        static BigDecimal dollars(@Nullable CostV1 cost) {
            return cost == null ? BigDecimal.ZERO : cost.amount();
        }
    }

    Bill bill() {
        return new Bill(service(), billedCharacters, CostV1.dollars(cost));
    }

    private String service() {
        if (provider != null) {
            return provider;
        }
        int end = voice == null ? -1 : voice.indexOf(':');
        return voice == null || end < 1 ? ONLY_SERVICE : voice.substring(0, end);
    }
}
