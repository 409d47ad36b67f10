package io.parler.polly.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expands written text to the words to speak: numbers, amounts of money, dates, addresses,
/// abbreviations, identifiers in code.
final class TextNormalizer {
    private static final int MAX_WORD_LENGTH = 24;

    /// Only the first words of an address are spoken.
    private static final int MAX_ADDRESS_WORDS = 16;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:[a-zA-Z][\\w+.-]*://|www\\.|mailto:).+"
                            + "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                            + "|[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|io|dev|edu|gov|eu|uk|de|fr|co)(?:/\\S*)?");
    private static final Pattern PIECE =
            Pattern.compile(
                    "\\d+(?:\\.\\d+)?|[A-Z]{2,}(?=s\\b)|[A-Z]+(?![a-z])|[A-Z]?[a-z]+(?:'[a-z]+)*"
                            + "|[A-Z]+'[A-Za-z]+|[A-Z]|[^\\sA-Za-z\\d]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]?[a-z]*(?:'[a-z]+)?'?");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");

    private static final int MAX_INITIALISM_LENGTH = 6;

    /// Words that are not spelled out in a heading in capitals.
    private static final Set<String> SHORT_WORDS =
            Set.of(
                    ("ALL AN AND ANY ARE AS AT BE BIG BUT BY CAN DAY DID DO END FEW FOR FUN GET GO"
                                    + " HAS HE HER HIS HOW IF IN IS ITS LET ME MY NEW NO NOT NOW OF OFF OLD"
                                    + " ON ONE OR OUR OUT OWN PUT RUN SAW SAY SEE SET SHE SO THE TO TOO TOP"
                                    + " TRY TWO UP USE WAS WAY WE WHO WHY YES YET YOU")
                            .split(" ", -1));
    private static final Map<String, String> ABBREVIATIONS =
            Map.ofEntries(
                    Map.entry("mr", "mister"),
                    Map.entry("mrs", "missus"),
                    Map.entry("ms", "miss"),
                    Map.entry("dr", "doctor"),
                    Map.entry("prof", "professor"),
                    Map.entry("st", "saint"),
                    Map.entry("vs", "versus"),
                    Map.entry("etc", "et cetera"),
                    Map.entry("e.g", "for example"),
                    Map.entry("i.e", "that is"),
                    Map.entry("approx", "approximately"),
                    Map.entry("fig", "figure"),
                    Map.entry("dept", "department"),
                    Map.entry("jr", "junior"),
                    Map.entry("sr", "senior"));
    private static final Map<String, String> SYMBOLS =
            Map.ofEntries(
                    Map.entry("&", "and"),
                    Map.entry("+", "plus"),
                    Map.entry("=", "equals"),
                    Map.entry("%", "percent"),
                    Map.entry("@", "at"),
                    Map.entry("#", "number"),
                    Map.entry("/", "slash"),
                    Map.entry("\\", "backslash"),
                    Map.entry("<", "less than"),
                    Map.entry(">", "greater than"),
                    Map.entry("×", "times"),
                    Map.entry("÷", "divided by"),
                    Map.entry("±", "plus or minus"),
                    Map.entry("≈", "about"),
                    Map.entry("°", "degrees"),
                    Map.entry("§", "section"),
                    Map.entry("©", "copyright"),
                    Map.entry("$", "dollar"),
                    Map.entry("€", "euro"),
                    Map.entry("£", "pound"));

    private TextNormalizer() {}

    /// Whether the word is an abbreviation whose period does not end a sentence.
    static boolean isAbbreviation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (!lower.equals("etc") && ABBREVIATIONS.containsKey(lower))
                || word.matches("(?:\\p{L}\\.)*\\p{Lu}");
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /// The words for a token.
    ///
    /// @param token without the punctuation around it
    /// @param period whether a period follows, as after an abbreviation
    static List<String> normalize(String token, boolean period) {
        String text = LatinFolding.fold(token);
        List<String> words = new ArrayList<>();
        String abbreviated = ABBREVIATIONS.get(text.toLowerCase(Locale.ROOT));
        if (period && abbreviated != null) {
            add(words, abbreviated);
        } else if (isAddress(text)) {
            address(words, text);
        } else {
            expand(words, text);
        }
        return List.copyOf(words);
    }

    private static void expand(List<String> words, String text) {
        if (PLAIN.matcher(text).matches()) {
            word(words, text);
        } else if (text.length() > 1 && text.chars().allMatch(TextNormalizer::isCapital)) {
            capitals(words, text);
        } else if (!NumberNormalizer.normalize(words, text)) {
            Matcher piece = PIECE.matcher(text);
            while (piece.find()) {
                piece(words, piece.group());
            }
        }
    }

    private static void piece(List<String> words, String text) {
        if (isDigit(text.charAt(0))) {
            NumberNormalizer.normalize(words, text);
        } else if (text.length() > 1 && text.chars().allMatch(TextNormalizer::isCapital)) {
            capitals(words, text);
        } else if (isLetter(text.charAt(0))) {
            word(words, text);
        } else {
            String symbol = SYMBOLS.get(text);
            if (symbol != null) {
                add(words, symbol);
            }
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(int c) {
        return isCapital(c) || (c >= 'a' && c <= 'z');
    }

    private static void address(List<String> words, String text) {
        String shortened =
                text.replaceFirst("^(?:[a-zA-Z][\\w+.-]*://|mailto:)", "")
                        .replaceFirst("^www\\.", "")
                        .replaceFirst("[?#].*$", "")
                        .replaceFirst("/$", "");
        List<String> all = new ArrayList<>();
        Matcher piece = PIECE.matcher(shortened);
        while (piece.find() && all.size() < MAX_ADDRESS_WORDS) {
            if (piece.group().equals(".")) {
                all.add("dot");
            } else {
                piece(all, piece.group());
            }
        }
        words.addAll(all);
    }

    /// An initialism is spelled; a word in capitals is read as a word.
    private static void capitals(List<String> words, String text) {
        boolean isWord =
                SHORT_WORDS.contains(text)
                        || (text.length() > 3 && VOWEL.matcher(text).find())
                        || text.length() > MAX_INITIALISM_LENGTH;
        if (isWord) {
            word(words, text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            words.add(letter == 'a' ? "ay" : String.valueOf(letter));
        }
    }

    private static void word(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i += MAX_WORD_LENGTH) {
            words.add(lower.substring(i, Math.min(lower.length(), i + MAX_WORD_LENGTH)));
        }
    }

    private static void add(List<String> words, String phrase) {
        words.addAll(List.of(phrase.split(" ", -1)));
    }
}
