package io.parler.conversion.provider.openai;

import io.parler.conversion.provider.Gender;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads language and gender from the name of a Kokoro voice, such as `bf_emma`: the first letter
/// is the language, the second the gender (Kokoro-82M, "VOICES.md"). Empty for other names.
final class KokoroVoiceName {
    private static final Pattern NAME = Pattern.compile("[abefhijpz][fm]_[a-z0-9_]+");

    private static final Map<Character, String> LANGUAGES =
            Map.of(
                    'a', "en-US", 'b', "en-GB", 'e', "es-ES", 'f', "fr-FR", 'h', "hi-IN", 'i',
                    "it-IT", 'j', "ja-JP", 'p', "pt-BR", 'z', "cmn-CN");

    private KokoroVoiceName() {}

    static Optional<String> language(String name) {
        return NAME.matcher(name).matches()
                ? Optional.ofNullable(LANGUAGES.get(name.charAt(0)))
                : Optional.empty();
    }

    static Optional<String> gender(String name) {
        return language(name).map(_ -> name.charAt(1) == 'f' ? Gender.FEMALE : Gender.MALE);
    }
}
