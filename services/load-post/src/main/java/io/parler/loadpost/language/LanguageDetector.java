package io.parler.loadpost.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Detects the language of a text by its script, or by its most common short words.
public final class LanguageDetector {
    private static final int SAMPLE = 4000;
    private static final int MIN_WORDS = 8;
    private static final int MIN_CHARACTERS = 100;
    private static final int MIN_MATCHES = 12;
    private static final double MIN_MATCH_SHARE = 0.15;
    private static final Set<String> OWN_SCRIPT =
            Set.of("ja", "zh", "ko", "ru", "ar", "he", "el", "th", "hi");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> COMMON_WORDS =
            Map.of(
                    "en",
                            words(
                                    "the and of to in is that it for was with as on are this be have you not"),
                    "de",
                            words(
                                    "der die und das ist nicht ein eine zu den mit von auf für im sich auch wir"),
                    "fr",
                            words(
                                    "le la les et des est une que pour dans qui pas sur au avec ce sont nous"),
                    "es",
                            words(
                                    "el los las y que una por con para es del se como más pero su sus está"),
                    "it",
                            words(
                                    "il che di una per con non sono del della gli più anche come questo è alla"),
                    "pt",
                            words(
                                    "o os as que uma não para com por mais do da dos em é são foi como ao"),
                    "nl",
                            words(
                                    "de het een en van is dat niet zijn op voor met te ook maar wij deze naar"),
                    "sv",
                            words(
                                    "och att det som en är på för med av inte till den har ett vi om så"),
                    "pl",
                            words(
                                    "nie się jest że na do to jak co dla czy ale są przez tym po od które"),
                    "tr",
                            words(
                                    "ve bir bu için çok ile olarak daha gibi ama ne var olan kadar değil sonra"));

    private static final Map<String, List<String>> LANGUAGES_OF = languagesOf();

    private LanguageDetector() {}

    /// The language of a text that is clearly not in the declared one. A declared language without
    /// its own script and common words here is never contradicted.
    public static Optional<String> contradicting(String declared, String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        String primary = LanguageTag.primary(declared);
        boolean latin = COMMON_WORDS.containsKey(primary);
        Optional<String> byScript = byScript(sample);
        if (byScript.isPresent()) {
            return latin && text.length() >= MIN_CHARACTERS ? byScript : Optional.empty();
        }
        if (!latin && !OWN_SCRIPT.contains(primary)) {
            return Optional.empty();
        }
        Map<String, Long> counts = counts(sample);
        long declaredWords = counts.getOrDefault(primary, 0L);
        double minMatches = Math.max(MIN_MATCHES, WordCount.of(sample) * MIN_MATCH_SHARE);
        return most(counts, sample)
                .filter(guess -> !guess.equals(primary))
                .filter(guess -> counts.getOrDefault(guess, 0L) >= minMatches)
                .filter(guess -> counts.getOrDefault(guess, 0L) >= 3 * declaredWords);
    }

    public static Optional<String> detect(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        return byScript(sample).or(() -> byWords(sample));
    }

    private static Optional<String> byScript(String text) {
        Map<Character.UnicodeScript, Long> counts =
                text.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        if (counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0L) * 20 > all) {
            return Optional.of("ja");
        }
        Character.UnicodeScript script =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return switch (script) {
            case HAN -> Optional.of("zh");
            case HIRAGANA, KATAKANA -> Optional.of("ja");
            case HANGUL -> Optional.of("ko");
            case CYRILLIC -> Optional.of("ru");
            case ARABIC -> Optional.of("ar");
            case HEBREW -> Optional.of("he");
            case GREEK -> Optional.of("el");
            case THAI -> Optional.of("th");
            case DEVANAGARI -> Optional.of("hi");
            default -> Optional.empty();
        };
    }

    private static Optional<String> byWords(String text) {
        return most(counts(text), text);
    }

    private static Optional<String> most(Map<String, Long> counts, String text) {
        int enough = Math.min(MIN_WORDS, Math.max(2, WordCount.of(text) / 10));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() >= enough)
                .map(Map.Entry::getKey);
    }

    private static Map<String, Long> counts(String text) {
        var counts = new TreeMap<String, Long>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            for (String language : LANGUAGES_OF.getOrDefault(word, List.of())) {
                counts.merge(language, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, List<String>> languagesOf() {
        var languages = new HashMap<String, List<String>>();
        COMMON_WORDS.forEach(
                (language, words) ->
                        words.forEach(
                                word ->
                                        languages
                                                .computeIfAbsent(word, w -> new ArrayList<>())
                                                .add(language)));
        return languages;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
