package io.parler.conversion.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits text into sentences by the rules of its language. Joined, they are the text again.
public final class Sentences {
    private static final String STOPS = ".!?…。！？｡؟।॥։။።";
    private static final String WIDE_STOPS = "。！？｡";
    private static final String CLOSING = "\"'”’»«“‘)]}」』）】›";
    private static final String OPENING = "\"'“‘«„‚([{「『（【‹»›¿¡-–—";

    /// Languages that end sentences without a mark.
    private static final Set<String> UNMARKED = Set.of("th", "km", "lo", "my");

    private static final int MAX_WORD = 24;

    private final Locale locale;
    private final FullStops fullStops;

    public Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.fullStops = new FullStops(locale);
    }

    public List<String> of(String text) {
        if (UNMARKED.contains(locale.getLanguage())) {
            return split(text, BreakIterator.getSentenceInstance(locale));
        }
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int at = 0;
        boolean blank = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            blank &= Character.isWhitespace(c);
            if (c == '\n' || STOPS.indexOf(c) >= 0) {
                int end = c == '\n' ? at : sentenceEnd(text, start, at);
                if (end > start && end < text.length() && !blank) {
                    sentences.add(text.substring(start, end));
                    start = end;
                    at = end;
                    blank = true;
                }
            }
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }

    /// The start of the next sentence after a mark, or 0 if the mark ends none.
    ///
    /// @param after the place after the mark
    private int sentenceEnd(String text, int start, int after) {
        char mark = text.charAt(after - 1);
        int at = after;
        while (at < text.length() && at - after < MAX_WORD && STOPS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at > after && STOPS.indexOf(mark) >= 0 && at < text.length()) {
            return at - after < MAX_WORD ? 0 : at;
        }
        at = afterClosing(text, after);
        int next = at;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return 0;
        }
        if (next == at) {
            return WIDE_STOPS.indexOf(mark) >= 0 ? at : 0;
        }
        String following = wordAt(text, afterOpening(text, next));
        if (following.isEmpty() || Character.isLowerCase(following.codePointAt(0))) {
            return 0;
        }
        boolean ends =
                mark != '.'
                        || at > after
                        || fullStops.end(
                                wordBefore(text, start, after - 1),
                                following,
                                isFirst(text, start, after - 1));
        return ends ? next : 0;
    }

    /// Quotation marks and brackets that close, also after a blank, as in French.
    private static int afterClosing(String text, int from) {
        int at = from;
        while (at < text.length() && CLOSING.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at + 1 < text.length() && isSpace(text.charAt(at)) && text.charAt(at + 1) == '»') {
            at += 2;
        }
        return at;
    }

    private static int afterOpening(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < MAX_WORD
                && (OPENING.indexOf(text.charAt(at)) >= 0 || isSpace(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    /// The word at a place with the full stops within and after it; empty if there is none.
    private static String wordAt(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_WORD && isInWord(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at).startsWith(".") ? "" : text.substring(from, at);
    }

    private static String wordBefore(String text, int start, int end) {
        int at = end;
        while (at > start && end - at <= MAX_WORD && isInWord(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at, end).replaceFirst("^[’'.-]+", "");
    }

    private static boolean isFirst(String text, int start, int end) {
        int at = end;
        while (at > start && end - at <= MAX_WORD && isInWord(text.charAt(at - 1))) {
            at--;
        }
        return at == start;
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '.'
                || c == '’'
                || c == '\''
                || c == '-'
                || c == '$'
                || c == '€'
                || c == '£';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
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
