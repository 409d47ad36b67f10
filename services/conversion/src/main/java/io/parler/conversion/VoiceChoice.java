package io.parler.conversion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which voice speaks an article: the one asked for, else the first that speaks its language.
final class VoiceChoice {
    private static final String DEFAULT_LANGUAGE = "en-US";

    /// The region meant by a language that names none, where another would come first.
    private static final Map<String, String> USUAL_REGION =
            Map.of(
                    "en", "en-US", "es", "es-ES", "fr", "fr-FR", "pt", "pt-BR", "de", "de-DE", "nl",
                    "nl-NL");

    /// Languages for which voices carry another tag than pages do.
    private static final Map<String, String> VOICE_TAG =
            Map.of(
                    "zh", "cmn-CN", "zh-cn", "cmn-CN", "zh-hk", "yue-CN", "ar", "arb", "no",
                    "nb-NO");

    /// The voice that speaks when nobody chose one, where it isn't the first in the list.
    private static final List<String> FIRST = List.of("Joanna");

    private VoiceChoice() {}

    /// How the choice ended.
    sealed interface Choice {
        record Chosen(VoiceProfile voice) implements Choice {}

        record Refused(Problem problem) implements Choice {}
    }

    static Choice of(Optional<String> asked, Optional<String> language, List<VoiceProfile> voices) {
        if (asked.isPresent()) {
            String id = asked.get();
            return voices.stream()
                    .filter(voice -> voice.id().equals(id))
                    .findFirst()
                    .<Choice>map(Choice.Chosen::new)
                    .orElseGet(() -> new Choice.Refused(Problem.unknownVoice(id)));
        }
        String wanted = voiceTag(language.orElse(DEFAULT_LANGUAGE));
        return voices.stream()
                .filter(voice -> primary(voice.language()).equals(primary(wanted)))
                .min(nearestTo(wanted))
                .<Choice>map(Choice.Chosen::new)
                .orElseGet(() -> new Choice.Refused(noVoice(language.orElse(wanted), voices)));
    }

    private static Comparator<VoiceProfile> nearestTo(String wanted) {
        return Comparator.comparing((VoiceProfile v) -> !v.language().equalsIgnoreCase(wanted))
                .thenComparing(v -> !FIRST.contains(v.id()))
                .thenComparing(v -> !v.isSteady())
                .thenComparing(v -> v.preferredEngine() != Engine.NEURAL);
    }

    private static String voiceTag(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        String known = VOICE_TAG.getOrDefault(tag, VOICE_TAG.get(primary(tag)));
        return known != null ? known : USUAL_REGION.getOrDefault(tag, language);
    }

    private static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Problem noVoice(String language, List<VoiceProfile> voices) {
        return Problem.noVoiceFor(
                named(language),
                voices.stream()
                        .map(voice -> named(voice.language()))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", ")));
    }

    /// "Icelandic" for `is-IS`. Polly names Arabic and Mandarin by codes that Java has no name for.
    private static String named(String language) {
        String code = primary(language);
        return switch (code) {
            case "arb" -> "Arabic";
            case "cmn" -> "Chinese";
            case "yue" -> "Cantonese";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        };
    }
}
