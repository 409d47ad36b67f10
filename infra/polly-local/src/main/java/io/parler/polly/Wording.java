package io.parler.polly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words to say for what is written: numbers, money, dates, addresses, abbreviations, names in
/// code.
final class Wording {
    private static final int LONGEST_WORD = 24;
    /// An address is told from its first words; nobody listens to the rest.
    private static final int WORDS_OF_ADDRESS = 16;

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

    private static final int LONGEST_INITIALISM = 6;
    /// Words that a heading in capitals is made of, and that nobody would spell.
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

    private Wording() {}

    /// True for an abbreviation whose full stop is not the end of a sentence.
    static boolean isAbbreviation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (!lower.equals("etc") && ABBREVIATIONS.containsKey(lower))
                || word.matches("(?:\\p{L}\\.)*\\p{Lu}");
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /// Words for a token without the punctuation around it.
    ///
    /// @param stop whether a full stop follows, as after an abbreviation
    static List<String> of(String token, boolean stop) {
        String text = Latin.of(token);
        List<String> words = new ArrayList<>();
        String abbreviated = ABBREVIATIONS.get(text.toLowerCase(Locale.ROOT));
        if (stop && abbreviated != null) {
            add(words, abbreviated);
        } else if (isAddress(text)) {
            address(words, text);
        } else {
            say(words, text);
        }
        return List.copyOf(words);
    }

    private static void say(List<String> words, String text) {
        if (PLAIN.matcher(text).matches()) {
            word(words, text);
        } else if (text.length() > 1 && text.chars().allMatch(Wording::isCapital)) {
            capitals(words, text);
        } else if (!Numerals.say(words, text)) {
            Matcher piece = PIECE.matcher(text);
            while (piece.find()) {
                piece(words, piece.group());
            }
        }
    }

    private static void piece(List<String> words, String text) {
        if (isDigit(text.charAt(0))) {
            Numerals.say(words, text);
        } else if (text.length() > 1 && text.chars().allMatch(Wording::isCapital)) {
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
        String told =
                text.replaceFirst("^(?:[a-zA-Z][\\w+.-]*://|mailto:)", "")
                        .replaceFirst("^www\\.", "")
                        .replaceFirst("[?#].*$", "")
                        .replaceFirst("/$", "");
        List<String> all = new ArrayList<>();
        Matcher piece = PIECE.matcher(told);
        while (piece.find() && all.size() < WORDS_OF_ADDRESS) {
            if (piece.group().equals(".")) {
                all.add("dot");
            } else {
                piece(all, piece.group());
            }
        }
        words.addAll(all);
    }

    /// An initialism is spelt, a word in capitals is read.
    private static void capitals(List<String> words, String text) {
        boolean word =
                SHORT_WORDS.contains(text)
                        || (text.length() > 3 && VOWEL.matcher(text).find())
                        || text.length() > LONGEST_INITIALISM;
        if (word) {
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
        for (int i = 0; i < lower.length(); i += LONGEST_WORD) {
            words.add(lower.substring(i, Math.min(lower.length(), i + LONGEST_WORD)));
        }
    }

    private static void add(List<String> words, String phrase) {
        words.addAll(List.of(phrase.split(" ", -1)));
    }
}
