package io.parler.conversion.speech;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says, by language, which full stops belong to an abbreviation or an ordinal number.
final class FullStops {
    private static final Set<String> NUMBERED_BY_STOP =
            Set.of(
                    "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu",
                    "et", "lv", "is", "tr", "pl", "lb");

    private static final Set<String> WITH_CAPITAL_NOUNS = Set.of("de", "lb");

    private static final Pattern DAY_OR_ZONE =
            Pattern.compile(
                    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?s?\\.?|(?:Mon|Tue|Wed|Thu)\\.?|[ECMP][SD]?T|GMT|UTC|CEST|CET|BST|Eastern|Central|Pacific|Mountain|(?:Jan|Febr|June|July|Aug|Sept|Octo|Novem|Decem|March|April|May).*");

    /// "l’on." of "L’on. Rossi".
    private static final Pattern ELISION = Pattern.compile("^\\p{L}{1,2}[’']");
    /// "5", "IV", "A".
    private static final Pattern NUMBER =
            Pattern.compile("\\(?\\p{N}|(?:[IVXLC]{2,}|[B-HJ-Z])(?!\\p{L})");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

    private final String language;
    private final Locale locale;
    private final StopWords words;

    FullStops(Locale locale) {
        this.language = locale.getLanguage();
        this.words = new StopWords(language);
        this.locale = locale;
    }

    /// Whether a full stop after `word` ends the sentence if `next` follows. Both are without
    /// quotation marks; `next` begins with a capital, a digit or a letter without case.
    ///
    /// @param previous the word before it
    /// @param first whether the word is the first of its sentence
    boolean end(String word, String previous, String next, boolean first) {
        String lower = ELISION.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (isNumber(word)) {
            return endsAfterNumber(word, next, first);
        }
        if (DAY_AND_MONTH.matcher(word).matches() && NUMBERED_BY_STOP.contains(language)) {
            return startsSentence(next);
        }
        boolean numbered = words.has("before a number", lower);
        if (numbered && NUMBER.matcher(next).lookingAt()) {
            return false;
        }
        if (isPlainWord(word, lower) || isLetter(word, previous) || isEndOfTwo(previous, lower)) {
            return true;
        }
        if (numbered || words.has("before more", lower)) {
            return !words.has("before more", lower);
        }
        if (words.has("usually last", lower)) {
            return !DAY_OR_ZONE.matcher(next).matches();
        }
        boolean street = language.equals("de") && lower.endsWith("str");
        if (street && Character.isDigit(next.codePointAt(0))) {
            return false;
        }
        if (isInitials(word) || street || words.has("maybe last", lower)) {
            return startsSentence(next);
        }
        return true;
    }

    /// "sat", "so", "mm": an abbreviation only with a capital.
    private boolean isPlainWord(String word, String lower) {
        return words.has("capitalized", lower) && Character.isLowerCase(word.codePointAt(0));
    }

    /// "Plan B", "World War I": no initial of a name.
    private boolean isLetter(String word, String previous) {
        return word.length() == 1
                && Character.isUpperCase(word.charAt(0))
                && words.has("before a letter", previous.toLowerCase(Locale.ROOT));
    }

    /// "a. C.", "p. m."
    private boolean isEndOfTwo(String previous, String lower) {
        return words.has("usually last", previous.toLowerCase(Locale.ROOT) + lower);
    }

    private boolean startsSentence(String next) {
        String word = next.replaceFirst("[’'].*", "").toLowerCase(Locale.ROOT);
        return !next.endsWith(".") && words.has("starters", word);
    }

    /// A number that begins a sentence numbers an item; a short one is an ordinal in many
    /// languages.
    private boolean endsAfterNumber(String number, String next, boolean first) {
        if (first && number.length() <= 3) {
            return false;
        }
        boolean ordinal = number.length() <= 2 && NUMBERED_BY_STOP.contains(language);
        if (!ordinal) {
            return true;
        }
        // Nouns and months have small letters in other languages.
        return WITH_CAPITAL_NOUNS.contains(language)
                ? startsSentence(next)
                : !Character.isDigit(next.codePointAt(0)) && !isMonth(next);
    }

    private boolean isMonth(String word) {
        String lower = word.toLowerCase(locale);
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale))
                .anyMatch(name -> name.length() > 2 && lower.startsWith(name.substring(0, 3)));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// "J", "U.S", "a.m", "Ph.D": one or two letters between full stops.
    private static boolean isInitials(String word) {
        String[] parts = word.split("[.-]", -1);
        if (parts.length == 1) {
            return word.codePointCount(0, word.length()) == 1
                    && Character.isLetter(word.codePointAt(0));
        }
        return Arrays.stream(parts)
                .allMatch(
                        part ->
                                part.isEmpty()
                                        || (part.codePointCount(0, part.length()) == 1
                                                && Character.isLetter(part.codePointAt(0))));
    }
}
