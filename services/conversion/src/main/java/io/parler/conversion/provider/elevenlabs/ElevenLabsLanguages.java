package io.parler.conversion.provider.elevenlabs;

import java.util.List;
import java.util.stream.Stream;

/// The languages of the models of ElevenLabs ("Models"). A voice speaks all languages of its
/// model.
final class ElevenLabsLanguages {
    private static final List<String> ENGLISH = List.of("en");

    private static final List<String> MULTILINGUAL =
            List.of(
                    "en", "ja", "zh", "de", "hi", "fr", "ko", "pt", "it", "es", "id", "nl", "tr",
                    "fil", "pl", "sv", "bg", "ro", "ar", "cs", "el", "fi", "hr", "ms", "sk", "da",
                    "ta", "uk", "ru");

    private static final List<String> VERSION_2_5 = joined(MULTILINGUAL, "hu", "no", "vi");

    private static final List<String> VERSION_3 =
            joined(
                    VERSION_2_5,
                    "af",
                    "hy",
                    "as",
                    "az",
                    "be",
                    "bn",
                    "bs",
                    "ca",
                    "ceb",
                    "ny",
                    "et",
                    "gl",
                    "ka",
                    "gu",
                    "ha",
                    "he",
                    "is",
                    "ga",
                    "jv",
                    "kn",
                    "kk",
                    "ky",
                    "lv",
                    "ln",
                    "lt",
                    "lb",
                    "mk",
                    "ml",
                    "mr",
                    "ne",
                    "ps",
                    "fa",
                    "pa",
                    "sr",
                    "sd",
                    "sl",
                    "so",
                    "sw",
                    "te",
                    "th",
                    "ur",
                    "cy");

    private ElevenLabsLanguages() {}

    /// An unknown model gets the languages of the multilingual one.
    static List<String> of(String model) {
        return switch (model) {
            case "eleven_v3" -> VERSION_3;
            case "eleven_flash_v2_5", "eleven_turbo_v2_5" -> VERSION_2_5;
            case "eleven_flash_v2", "eleven_turbo_v2", "eleven_monolingual_v1" -> ENGLISH;
            default -> MULTILINGUAL;
        };
    }

    private static List<String> joined(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
