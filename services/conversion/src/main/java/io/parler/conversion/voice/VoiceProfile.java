package io.parler.conversion.voice;

import io.parler.conversion.speech.SsmlSupport;
import io.parler.language.LanguageTag;
import java.util.List;
import java.util.Locale;

/// A voice: its id, its languages and its engine.
///
/// @param languages BCP 47 tags, the primary one first
public record VoiceProfile(
        VoiceId id, String name, List<String> languages, String gender, Engine engine) {
    public VoiceProfile {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("voice " + id + " has no language");
        }
    }

    public String language() {
        return languages.getFirst();
    }

    /// Whether this voice speaks `language`. All English voices match `en`; British voices, and
    /// those without a region, match `en-GB`.
    public boolean speaks(String language) {
        String wanted = inUsualCode(language);
        return languages.stream()
                .map(VoiceProfile::inUsualCode)
                .anyMatch(own -> isWithin(own, wanted) || isWithin(wanted, own));
    }

    /// Polly has its own codes for Arabic and Mandarin, and all Norwegian voices speak Bokmål.
    private static String inUsualCode(String tag) {
        String lower = LanguageTag.current(tag).toLowerCase(Locale.ROOT);
        String primary = LanguageTag.primary(lower);
        String usual =
                switch (primary) {
                    case "arb" -> "ar";
                    case "cmn" -> "zh";
                    case "nn" -> "nb";
                    default -> primary;
                };
        return usual + lower.substring(primary.length());
    }

    private static boolean isWithin(String tag, String wider) {
        return tag.equals(wider) || tag.startsWith(wider + "-");
    }

    public SsmlSupport ssmlSupport() {
        return new SsmlSupport(engine.tags(), language());
    }
}
