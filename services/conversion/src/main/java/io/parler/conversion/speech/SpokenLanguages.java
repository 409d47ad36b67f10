package io.parler.conversion.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The languages of Polly, under Polly's own codes (Polly, "Languages in Amazon Polly").
final class SpokenLanguages {
    /// The default region of a language comes first.
    private static final List<String> CODES =
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

    /// Language tags of web pages for which Polly has another code.
    private static final Map<String, String> POLLY_CODES =
            Map.of("ar", "arb", "zh", "cmn-CN", "zh-hk", "yue-CN", "no", "nb-NO", "nn", "nb-NO");

    private SpokenLanguages() {}

    static Optional<String> codeFor(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return CODES.stream()
                .filter(code -> code.equalsIgnoreCase(lower))
                .findFirst()
                .or(() -> Optional.ofNullable(POLLY_CODES.get(lower)))
                .or(() -> Optional.ofNullable(POLLY_CODES.get(primary(lower))))
                .or(
                        () ->
                                CODES.stream()
                                        .filter(n -> primary(n).equals(primary(lower)))
                                        .findFirst());
    }

    static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
