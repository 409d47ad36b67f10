package io.parler.conversion.voice;

import io.parler.conversion.speech.SsmlSupport;
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
        String wanted = language.toLowerCase(Locale.ROOT);
        return languages.stream()
                .map(own -> own.toLowerCase(Locale.ROOT))
                .anyMatch(own -> isWithin(own, wanted) || isWithin(wanted, own));
    }

    private static boolean isWithin(String tag, String wider) {
        return tag.equals(wider) || tag.startsWith(wider + "-");
    }

    public SsmlSupport ssmlSupport() {
        return new SsmlSupport(engine.tags(), language());
    }
}
