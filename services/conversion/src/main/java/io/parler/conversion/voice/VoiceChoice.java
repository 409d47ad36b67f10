package io.parler.conversion.voice;

import io.parler.conversion.ConversionProblems;
import io.parler.language.LanguageTag;
import io.parler.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Selects the voice for an article: the requested one, or the first one that speaks its language.
public final class VoiceChoice {
    private static final String DEFAULT_LANGUAGE = "en-US";

    /// The default region of a language, where another would come first in the list.
    private static final Map<String, String> USUAL_REGION =
            Map.of(
                    "en", "en-US", "es", "es-ES", "fr", "fr-FR", "pt", "pt-BR", "de", "de-DE", "nl",
                    "nl-NL");

    /// Languages that have another tag in voices than in web pages.
    private static final Map<String, String> VOICE_TAG =
            Map.of(
                    "zh", "cmn-CN", "zh-cn", "cmn-CN", "zh-hk", "yue-CN", "ar", "arb", "nb",
                    "nb-NO", "nn", "nb-NO");

    /// The default voices, where the first one of the list is not the best.
    private static final List<String> PREFERRED = List.of("polly:Joanna");

    /// How many voices a problem names.
    private static final int MAX_NAMED = 5;

    private VoiceChoice() {}

    /// The result of selecting a voice.
    public sealed interface Choice {
        record Chosen(VoiceProfile voice) implements Choice {}

        record Refused(Problem problem) implements Choice {}
    }

    /// Throws if a provider that could have the voice is unavailable: an outage must not change the
    /// voice or the price.
    public static Choice of(
            Optional<String> requested, Optional<String> language, VoiceCatalog voices) {
        return requested.isPresent()
                ? byId(requested.get(), voices)
                : byLanguage(language.orElse(DEFAULT_LANGUAGE), voices);
    }

    private static Choice byId(String id, VoiceCatalog voices) {
        List<String> providers = VoiceId.providerOf(id).map(List::of).orElseGet(voices::providers);
        return first(
                        providers,
                        provider ->
                                voices.list(provider).stream()
                                        .filter(voice -> voice.id().matches(id))
                                        .min(Comparator.comparingInt(v -> v.engine().rank())))
                .orElseGet(() -> new Choice.Refused(ConversionProblems.unknownVoice(id)));
    }

    private static Choice byLanguage(String language, VoiceCatalog voices) {
        String wanted = voiceTag(language);
        return first(
                        voices.providers(),
                        provider ->
                                voices.list(provider).stream()
                                        .filter(voice -> voice.speaks(primary(wanted)))
                                        .min(nearestTo(wanted)))
                .orElseGet(() -> new Choice.Refused(noVoice(language, voices)));
    }

    private static Optional<Choice> first(
            List<String> providers, Function<String, Optional<VoiceProfile>> choice) {
        return providers.stream()
                .map(choice)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Choice.Chosen::new);
    }

    /// Within a language, prefers a voice that does not change over the years.
    private static Comparator<VoiceProfile> nearestTo(String wanted) {
        return Comparator.comparing(
                        (VoiceProfile v) ->
                                v.languages().stream().noneMatch(l -> l.equalsIgnoreCase(wanted)))
                .thenComparing(v -> !PREFERRED.contains(v.id().withoutEngine()))
                .thenComparingInt(v -> v.engine().rank());
    }

    private static String voiceTag(String language) {
        String tag = LanguageTag.current(language).toLowerCase(Locale.ROOT);
        String known = VOICE_TAG.getOrDefault(tag, VOICE_TAG.get(primary(tag)));
        return known != null ? known : USUAL_REGION.getOrDefault(tag, language);
    }

    private static String primary(String language) {
        return LanguageTag.primary(language);
    }

    /// Whether the voice can read a text in `language`, in whatever region.
    public static boolean canRead(VoiceProfile voice, String language) {
        return voice.speaks(primary(voiceTag(language)));
    }

    /// The problem of a voice that can't: it names some that can.
    public static Problem languageNotSpoken(
            VoiceProfile voice, String language, VoiceCatalog voices) {
        return ConversionProblems.languageNotSpoken(
                voice.id().toString(),
                nameOf(LanguageTag.current(language)),
                voices.providers().stream()
                        .flatMap(provider -> voices.list(provider).stream())
                        .filter(other -> canRead(other, language))
                        .sorted(nearestTo(voiceTag(language)))
                        .map(other -> other.id().withoutEngine())
                        .distinct()
                        .limit(MAX_NAMED)
                        .toList());
    }

    private static Problem noVoice(String language, VoiceCatalog voices) {
        return ConversionProblems.noVoiceFor(
                nameOf(language),
                voices.providers().stream()
                        .flatMap(provider -> voices.list(provider).stream())
                        .flatMap(voice -> voice.languages().stream())
                        .map(VoiceChoice::nameOf)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /// "Icelandic" for `is-IS`. Polly names Arabic and Mandarin by codes that Java has no name for.
    private static String nameOf(String language) {
        String code = primary(language);
        return switch (code) {
            case "arb" -> "Arabic";
            case "cmn" -> "Chinese";
            case "yue" -> "Cantonese";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        };
    }
}
