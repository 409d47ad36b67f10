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
    private static final int MIN_MATCHES = 8;
    private static final double MIN_MATCH_SHARE = 0.1;
    private static final Set<String> OWN_SCRIPT =
            Set.of(
                    "ja", "zh", "ko", "ru", "uk", "bg", "be", "sr", "ar", "fa", "ur", "he", "el",
                    "th", "hi");

    /// Languages that share a script, which a declaration may confuse.
    private static final List<Set<String>> SAME_SCRIPT =
            List.of(Set.of("ru", "uk", "bg", "be", "sr"), Set.of("ar", "fa", "ur"));

    /// A letter that only one language of a script has is at least so frequent in it.
    private static final double MIN_SHARE_OF_LETTER = 0.01;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> COMMON_WORDS =
            Map.ofEntries(
                    common(
                            "en",
                            "the and of to in is that it for was with as on are this "
                                    + "be have you not they from by which but had at were their has been would"),
                    common(
                            "de",
                            "der die und das ist nicht ein eine zu den mit von auf für im "
                                    + "sich auch wir dem des dass bei aus wird oder noch nach wie einen war"),
                    common(
                            "fr",
                            "le la les et des est une que pour dans qui pas sur au "
                                    + "avec ce sont nous il du elle mais aux plus été cette ont ses par"),
                    common(
                            "es",
                            "el los las y que una por con para es del se como más "
                                    + "pero su sus está lo al también entre fue muy cuando todo sin hay ya"),
                    common(
                            "it",
                            "il che di una per con non sono del della gli più anche come "
                                    + "questo è alla dei nel nella si ha dal stato loro ma suo era"),
                    common(
                            "pt",
                            "o os as que uma não para com por mais do da dos em é "
                                    + "são foi como ao na no também seu sua pelo pela mas quando ou nos"),
                    common(
                            "nl",
                            "de het een en van is dat niet zijn op voor met te ook maar "
                                    + "wij deze naar door bij aan worden wordt heeft uit hun als om werd nog"),
                    common(
                            "sv",
                            "och att det som en är på för med av inte till den har ett "
                                    + "vi om så de från men eller kan när ska också efter hade var mycket"),
                    common(
                            "da",
                            "og at det som en er på for med af ikke til den har et "
                                    + "vi om så de fra men eller kan når skal også efter havde var meget blev"),
                    common(
                            "no",
                            "og at det som en er på for med av ikke til den har et vi "
                                    + "om så de fra men eller kan når skal også etter hadde var mye ble å"),
                    common(
                            "pl",
                            "nie się jest że na do to jak co dla czy ale są przez tym po od "
                                    + "które który która tego jego było oraz tylko już był może gdy bardzo i w z a"),
                    common(
                            "cs",
                            "a se na je že v to s z do o jako pro ale by za jsem "
                                    + "byl byla jsou po od které který si nebo už tak být jen když ve k jeho také"),
                    common(
                            "sk",
                            "a sa na je že v to s z do o ako pre ale by za som "
                                    + "bol bola sú po od ktoré ktorý si alebo už tak byť len keď vo k jeho tiež"),
                    common(
                            "fi",
                            "ja on ei se että oli hän ovat mutta kun niin myös kuin joka tai "
                                    + "jos sitä sen ole olen mitä voi nyt vain jo ne olla kanssa mukaan sekä"),
                    common(
                            "hu",
                            "a az és hogy nem is egy van volt ez meg csak de mint már "
                                    + "még azt el ha be ki ami vagy lesz így majd aki után nagyon szerint"),
                    common(
                            "ro",
                            "și de la în a pe cu nu că din un o care este pentru "
                                    + "mai sunt se ce au fost dar dacă sau ca prin după foarte acest lui să"),
                    common(
                            "id",
                            "yang dan di dari untuk dengan ini itu pada tidak akan dalam adalah ke "
                                    + "juga saya kami oleh ada karena bisa lebih atau telah sudah mereka seperti tersebut"),
                    common(
                            "lv",
                            "un ir ar no par uz kas to ka tika bet arī lai pie pēc "
                                    + "vai nav kā tas viņš bija kad šo tā gan ja tikai savu ļoti tad"),
                    common(
                            "lt",
                            "ir yra kad su į iš ne kaip tai bet buvo apie po nuo "
                                    + "jau tik labai ar per dar gali už taip jo kuris savo prie bei"),
                    common(
                            "et",
                            "ja on ei et see oli ka kui mis aga ning ta oma "
                                    + "kes või siis ma pole olid selle nii veel sest ainult väga pärast"),
                    common(
                            "hr",
                            "i je u na se da su za od s koji koja ne o kao "
                                    + "što ali iz bi sam ili će to nije samo po sve još nakon biti"),
                    common(
                            "tr",
                            "ve bir bu için çok ile olarak daha gibi ama ne var olan kadar "
                                    + "değil sonra o da de her en ki ise şey mi hem yok oldu"),
                    common(
                            "vi",
                            "và của là có được không cho các với trong một những người "
                                    + "này khi đã để từ cũng đến như về thì ra nhiều vào"));

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
            boolean other = latin || confused(primary, byScript.get());
            return other && text.length() >= MIN_CHARACTERS ? byScript : Optional.empty();
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
            case CYRILLIC -> Optional.of(cyrillic(text));
            case ARABIC -> Optional.of(arabic(text));
            case HEBREW -> Optional.of("he");
            case GREEK -> Optional.of("el");
            case THAI -> Optional.of("th");
            case DEVANAGARI -> Optional.of("hi");
            default -> Optional.empty();
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
        return has("ъ", text) && !has("ыэ", text) ? "bg" : "ru";
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

    private static Map.Entry<String, Set<String>> common(String language, String words) {
        return Map.entry(language, Set.of(words.split(" ")));
    }
}
