package io.parler.conversion.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits text into sentences by the rules of its language. Joined, they are the text again.
public final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of("Dr", "Mr", "Mrs", "Ms", "Prof", "St", "vs", "Fig", "Nr", "bzw", "ca");

    private static final int MAX_ABBREVIATION = 4;
    private static final int MAX_LIST_NUMBER = 3;

    private final Locale locale;

    public Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    public List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || isSentence(text, start, end)) {
                sentences.add(text.substring(start, end));
                start = end;
            }
        }
        return sentences;
    }

    /// Whether a sentence ends at `end`. A full stop does not end one, although the JDK thinks so,
    /// after a list number, an initial, an abbreviation ("e.g.", "z. B.") or a title. Only the last
    /// word is looked at: a regular expression would search the whole text at each full stop.
    private static boolean isSentence(String text, int start, int end) {
        int stop = end;
        while (stop > start && isSpace(text.charAt(stop - 1))) {
            stop--;
        }
        if (stop == end || stop == start || text.charAt(stop - 1) != '.') {
            return true;
        }
        int word = stop - 1;
        return !isListNumber(text, start, word)
                && !isAbbreviation(text, start, word)
                && !isInitials(text, start, word);
    }

    private static boolean isListNumber(String text, int start, int end) {
        return end > start
                && end - start <= MAX_LIST_NUMBER
                && text.substring(start, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAbbreviation(String text, int start, int end) {
        int from = end;
        while (from > start && end - from <= MAX_ABBREVIATION && !startsWord(text, start, from)) {
            from--;
        }
        return startsWord(text, start, from) && ABBREVIATIONS.contains(text.substring(from, end));
    }

    /// Whether single letters with full stops between them end at `end`, back to the start of the
    /// word.
    private static boolean isInitials(String text, int start, int end) {
        int at = end;
        while (at > start) {
            int letter = text.codePointBefore(at);
            at -= Character.charCount(letter);
            if (at < start || !Character.isLetter(letter)) {
                return false;
            }
            if (startsWord(text, start, at)) {
                return true;
            }
            if (text.charAt(at - 1) != '.') {
                return false;
            }
            at--;
        }
        return false;
    }

    private static boolean startsWord(String text, int start, int at) {
        return at == start || isSpace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// The pieces between possible line breaks: words, each with the white space after it.
    public List<String> words(String text) {
        return split(text, BreakIterator.getLineInstance(locale));
    }

    /// User-perceived characters (grapheme clusters), which must not be split.
    public List<String> characters(String text) {
        return split(text, BreakIterator.getCharacterInstance(locale));
    }

    private static List<String> split(String text, BreakIterator breaks) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
