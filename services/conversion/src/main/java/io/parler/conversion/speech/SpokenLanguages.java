package io.parler.conversion.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The languages Polly speaks, by the names it knows them by (Polly, "Languages in Amazon Polly").
final class SpokenLanguages {
    /// Of one language the region meant where none is named stands first.
    private static final List<String> NAMES =
            List.of(
                    "arb",
                    "ar-AE",
                    "ca-ES",
                    "cmn-CN",
                    "yue-CN",
                    "cs-CZ",
                    "cy-GB",
                    "da-DK",
                    "de-DE",
                    "de-AT",
                    "de-CH",
                    "en-US",
                    "en-GB",
                    "en-AU",
                    "en-IE",
                    "en-IN",
                    "en-NZ",
                    "en-SG",
                    "en-ZA",
                    "en-GB-WLS",
                    "es-ES",
                    "es-MX",
                    "es-US",
                    "fi-FI",
                    "fr-FR",
                    "fr-BE",
                    "fr-CA",
                    "hi-IN",
                    "is-IS",
                    "it-IT",
                    "ja-JP",
                    "ko-KR",
                    "nb-NO",
                    "nl-NL",
                    "nl-BE",
                    "pl-PL",
                    "pt-BR",
                    "pt-PT",
                    "ro-RO",
                    "ru-RU",
                    "sv-SE",
                    "tr-TR");

    /// Tags that pages write otherwise.
    private static final Map<String, String> WRITTEN =
            Map.of("ar", "arb", "zh", "cmn-CN", "zh-hk", "yue-CN", "no", "nb-NO", "nn", "nb-NO");

    private SpokenLanguages() {}

    static Optional<String> named(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(lower))
                .findFirst()
                .or(() -> Optional.ofNullable(WRITTEN.get(lower)))
                .or(() -> Optional.ofNullable(WRITTEN.get(primary(lower))))
                .or(
                        () ->
                                NAMES.stream()
                                        .filter(n -> primary(n).equals(primary(lower)))
                                        .findFirst());
    }

    static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
