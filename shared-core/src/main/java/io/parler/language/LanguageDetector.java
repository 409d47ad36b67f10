package io.parler.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Detects the language of a text: by its script, then by the letters that only one language of the
/// script has, or by its trigrams.
public final class LanguageDetector {
    private static final int SAMPLE = 4000;
    private static final int MIN_CHARACTERS = 100;
    private static final int MIN_MATCHES = 8;
    private static final double MIN_MATCH_SHARE = 0.1;

    /// Fewer trigrams are as likely a name as a sentence.
    private static final int MIN_TRIGRAMS = 20;

    /// A question of three words, if its language is well ahead.
    private static final int MIN_TRIGRAMS_IF_AHEAD = 12;

    private static final double SHORT_LEAD = 5;

    /// The bits by which a common word makes its language more probable.
    private static final double BITS_OF_WORD = 3;

    /// The bits by which a language must be ahead. With fewer it is a guess.
    private static final double MIN_LEAD = 2;

    /// Above it, a text is in none of the known languages, or is no text: program code, names.
    private static final double MAX_BITS_PER_TRIGRAM = 12.6;

    private static final double MAX_BITS_IF_CLEAR = 13.4;

    /// What a passage must be ahead by of every other language to be said to be in one.
    private static final double CLEAR_LEAD = 12;

    /// And of the language of the text around it, in all and for each trigram.
    private static final double FOREIGN_LEAD = 40;

    private static final double FOREIGN_LEAD_PER_TRIGRAM = 0.8;
    private static final double MAX_BITS_IF_FOREIGN = 12;
    private static final int MIN_WORDS_IF_FOREIGN = 2;

    private static final Set<String> OWN_SCRIPT =
            Set.of(
                    "ja", "zh", "ko", "ru", "uk", "bg", "be", "sr", "ar", "fa", "ur", "he", "el",
                    "th", "hi");

    /// Languages that share a script, which a declaration may confuse.
    private static final Set<Set<String>> SAME_SCRIPT =
            Set.of(Set.of("ru", "uk", "bg", "be", "sr"), Set.of("ar", "fa", "ur"));

    /// A letter that only one language of a script has is at least so frequent in it.
    private static final double MIN_SHARE_OF_LETTER = 0.01;

    /// Russian texts are much more frequent than Bulgarian ones without "ъ".
    private static final double RUSSIAN_LEAD = 8;

    private static final long LETTERS_OF_CHARACTER = 3;

    private LanguageDetector() {}

    /// The language of a text that is clearly not in the declared one. A declared language without
    /// its own script and common words here is never contradicted.
    public static Optional<String> contradicting(String declared, String text) {
        String sample = sample(text);
        String primary = LanguageTag.primary(declared);
        boolean latin = CommonWords.areKnown(primary);
        Optional<String> byScript = byScript(sample);
        if (byScript.isPresent()) {
            boolean other = latin || confused(primary, byScript.get());
            return other && text.length() >= MIN_CHARACTERS ? byScript : Optional.empty();
        }
        if (!latin && !OWN_SCRIPT.contains(primary)) {
            return Optional.empty();
        }
        Map<String, Long> counts = CommonWords.counts(sample);
        long declaredWords = counts.getOrDefault(primary, 0L);
        double minMatches = Math.max(MIN_MATCHES, WordCount.of(sample) * MIN_MATCH_SHARE);
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(guess -> !guess.equals(primary))
                .filter(guess -> counts.getOrDefault(guess, 0L) >= minMatches)
                .filter(guess -> counts.getOrDefault(guess, 0L) >= 3 * declaredWords);
    }

    /// The most probable language of a text. Empty if it is too short, or seems to be in none.
    public static Optional<String> detect(String text) {
        String sample = sample(text);
        return byScript(sample).or(() -> byTrigrams(sample));
    }

    /// The language of a passage that is clearly not in that of the text around it. A wrong answer
    /// is worse than none.
    public static Optional<String> foreign(String around, String passage) {
        String sample = sample(passage);
        String own = LanguageTag.primary(LanguageTag.current(around));
        Optional<String> byScript = byScript(sample);
        if (byScript.isPresent()) {
            boolean sameScript =
                    byScript.get().equals(own)
                            || confused(own, byScript.get())
                            || scriptOf(sample).equals(scriptOfLanguage(own));
            return sameScript ? Optional.empty() : byScript;
        }
        TrigramModel model = TrigramModel.get();
        if (!model.knows(own) && !OWN_SCRIPT.contains(own)) {
            return Optional.empty();
        }
        TrigramModel.Scores scores = model.score(sample);
        boolean clear =
                scores.trigrams() >= MIN_TRIGRAMS
                        && scores.bitsPerTrigram() <= MAX_BITS_IF_FOREIGN
                        && scores.lead() >= CLEAR_LEAD
                        && scores.leadOver(own)
                                >= Math.max(
                                        FOREIGN_LEAD, FOREIGN_LEAD_PER_TRIGRAM * scores.trigrams());
        return Optional.of(scores.best().language())
                .filter(language -> clear && hasCommonWords(language, sample));
    }

    /// A list of names has none.
    private static boolean hasCommonWords(String language, String text) {
        return !CommonWords.areKnown(language)
                || CommonWords.counts(text).getOrDefault(language, 0L) >= MIN_WORDS_IF_FOREIGN;
    }

    private static String sample(String text) {
        return text.substring(0, Math.min(SAMPLE, text.length()));
    }

    private static Optional<String> byTrigrams(String text) {
        Map<String, Long> words = CommonWords.allCounts(text);
        TrigramModel.Scores scores =
                TrigramModel.get()
                        .score(text)
                        .with(
                                language ->
                                        Alphabet.cost(language, text)
                                                - BITS_OF_WORD * words.getOrDefault(language, 0L));
        boolean isShort = scores.trigrams() < MIN_TRIGRAMS;
        boolean clear = scores.lead() >= CLEAR_LEAD;
        return Optional.of(scores.best().language())
                .filter(_ -> scores.trigrams() >= MIN_TRIGRAMS_IF_AHEAD)
                .filter(_ -> scores.lead() >= (isShort ? SHORT_LEAD : MIN_LEAD))
                .filter(language -> !isShort || isWorded(language, words))
                .filter(
                        _ ->
                                scores.bitsPerTrigram()
                                        <= (clear ? MAX_BITS_IF_CLEAR : MAX_BITS_PER_TRIGRAM));
    }

    /// Names of one language are in short texts of others, its common words are not.
    private static boolean isWorded(String language, Map<String, Long> words) {
        long own = words.getOrDefault(language, 0L);
        return own > 0 && (language.equals("en") || own > words.getOrDefault("en", 0L));
    }

    private static Optional<String> byScript(String text) {
        Map<UnicodeScript, Long> counts = scripts(text);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        if (counts.getOrDefault(UnicodeScript.HIRAGANA, 0L) * 20 > all) {
            return Optional.of("ja");
        }
        return switch (mostFrequent(counts)) {
            case HAN -> Optional.of("zh");
            case HIRAGANA, KATAKANA -> Optional.of("ja");
            case HANGUL -> Optional.of("ko");
            case CYRILLIC -> Optional.of(cyrillic(text));
            case ARABIC -> Optional.of(arabic(text));
            case HEBREW -> Optional.of("he");
            case GREEK -> Optional.of("el");
            case THAI -> Optional.of("th");
            case DEVANAGARI -> Optional.of(has("ळ", text) || text.contains("आहे") ? "mr" : "hi");
            case BENGALI -> Optional.of("bn");
            case GURMUKHI -> Optional.of("pa");
            case GUJARATI -> Optional.of("gu");
            case TAMIL -> Optional.of("ta");
            case TELUGU -> Optional.of("te");
            case KANNADA -> Optional.of("kn");
            case MALAYALAM -> Optional.of("ml");
            case SINHALA -> Optional.of("si");
            case MYANMAR -> Optional.of("my");
            case KHMER -> Optional.of("km");
            case LAO -> Optional.of("lo");
            case GEORGIAN -> Optional.of("ka");
            case ARMENIAN -> Optional.of("hy");
            case ETHIOPIC -> Optional.of("am");
            default -> Optional.empty();
        };
    }

    private static Map<UnicodeScript, Long> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(
                        Collectors.groupingBy(
                                script -> script,
                                Collectors.summingLong(LanguageDetector::lettersOf)));
    }

    /// A character of Chinese is as much text as some letters.
    private static long lettersOf(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> LETTERS_OF_CHARACTER;
            default -> 1;
        };
    }

    private static UnicodeScript mostFrequent(Map<UnicodeScript, Long> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static String scriptOf(String text) {
        return mostFrequent(scripts(text)).name();
    }

    /// The script of a language in which others are written, too.
    private static String scriptOfLanguage(String language) {
        return switch (language) {
            case "ru", "uk", "bg", "be", "sr", "mk", "kk", "mn" -> UnicodeScript.CYRILLIC.name();
            case "ar", "fa", "ur", "arb" -> UnicodeScript.ARABIC.name();
            case "hi", "mr", "ne" -> UnicodeScript.DEVANAGARI.name();
            case "he", "yi" -> UnicodeScript.HEBREW.name();
            case "zh", "cmn", "yue", "ja" -> UnicodeScript.HAN.name();
            default -> "";
        };
    }

    private static boolean confused(String declared, String found) {
        return !declared.equals(found)
                && SAME_SCRIPT.stream().anyMatch(s -> s.contains(declared) && s.contains(found));
    }

    private static String cyrillic(String text) {
        if (has("ўЎ", text)) {
            return "be";
        }
        if (has("іїєґІЇЄ", text)) {
            return "uk";
        }
        if (has("јљњћђџ", text)) {
            return "sr";
        }
        if (has("ыэё", text)) {
            return "ru";
        }
        return byWords(text).orElseGet(() -> byCyrillicTrigrams(text));
    }

    private static String byCyrillicTrigrams(String text) {
        TrigramModel.Scores scores = TrigramModel.get().score(text);
        double bulgarian = has("ъ", text) ? 0 : RUSSIAN_LEAD;
        return scores.leadOver("bg") + bulgarian < scores.leadOver("ru") ? "bg" : "ru";
    }

    /// A sentence often has none of the letters that only one language has.
    private static Optional<String> byWords(String text) {
        Map<String, Long> counts = CommonWords.cyrillicCounts(text);
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<String> best =
                counts.entrySet().stream()
                        .filter(count -> count.getValue() == most)
                        .map(Map.Entry::getKey)
                        .toList();
        return most > 0 && best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static String arabic(String text) {
        if (has("ٹڈڑںےہ", text)) {
            return "ur";
        }
        return has("پچژگیک", text) ? "fa" : "ar";
    }

    private static boolean has(String letters, String text) {
        long all = text.codePoints().filter(Character::isLetter).count();
        return text.codePoints().filter(c -> letters.indexOf(c) >= 0).count()
                > MIN_SHARE_OF_LETTER * all;
    }
}
