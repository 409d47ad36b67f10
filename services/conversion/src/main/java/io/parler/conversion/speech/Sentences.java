package io.parler.conversion.speech;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits text into sentences by the rules of its language. Joined, they are the text again.
public final class Sentences {
    private static final String STOPS = ".!?…。！？｡؟۔।॥։။።";
    private static final String GREEK_STOPS = STOPS + ";\u037e";
    private static final String WIDE_STOPS = "。！？｡";
    private static final String CLOSING = "\"'”’»«“‘)]}」』）】›";
    private static final String OPENING = "\"'“‘«„‚([{「『（【‹»›¿¡-–—";

    /// Languages that end sentences without a mark.
    private static final Set<String> UNMARKED = Set.of("th", "km", "lo", "my");

    /// "iPhone", "eBay": a name that begins with a small letter may begin a sentence.
    private static final Pattern BRAND = Pattern.compile("\\p{Ll}{1,2}\\p{Lu}");

    /// "[12]", "¹", "*".
    private static final Pattern NOTES =
            Pattern.compile("(?:\\[\\d{1,3}\\])+|[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,3}(?=\\s)");

    private static final int MAX_WORD = 24;

    private final Locale locale;
    private final FullStops fullStops;
    private final String stops;

    public Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.fullStops = new FullStops(locale);
        this.stops = locale.getLanguage().equals("el") ? GREEK_STOPS : STOPS;
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
            if (c == '\n' || stops.indexOf(c) >= 0) {
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
        while (at < text.length() && at - after < MAX_WORD && stops.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at > after && stops.indexOf(mark) >= 0 && at < text.length()) {
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
            boolean said =
                    at > after
                            && "?!？！".indexOf(mark) >= 0
                            && OPENING.indexOf(text.charAt(next)) < 0;
            if (said) {
                return 0;
            }
            boolean wide = WIDE_STOPS.indexOf(mark) >= 0;
            return wide || ("?!".indexOf(mark) >= 0 && isIdeographic(text, next)) ? at : 0;
        }
        String following = wordAt(text, afterOpening(text, next));
        boolean small =
                following.isEmpty()
                        || (Character.isLowerCase(following.codePointAt(0))
                                && !BRAND.matcher(following).lookingAt());
        if (small && !startsWithElision(text, next)) {
            return 0;
        }
        boolean ends =
                mark != '.' || at > after || endsAfterStop(text, start, after - 1, following);
        return ends ? next : 0;
    }

    /// "’s Avonds", "’t Is".
    private static boolean startsWithElision(String text, int at) {
        return at + 3 < text.length()
                && "'’".indexOf(text.charAt(at)) >= 0
                && "snt".indexOf(text.charAt(at + 1)) >= 0
                && text.charAt(at + 2) == ' '
                && Character.isUpperCase(text.charAt(at + 3));
    }

    private static boolean isIdeographic(String text, int at) {
        int c = text.codePointAt(at);
        UnicodeScript script = UnicodeScript.of(c);
        return Character.isIdeographic(c)
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || "「『（【".indexOf(c) >= 0;
    }

    /// A mark that closes in German and opens in Chinese.
    private static boolean opensWord(String text, int at) {
        return "“‘".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /// Quotation marks and brackets that close, also after a blank, as in French; marks of notes.
    private static int afterClosing(String text, int from) {
        Matcher notes = NOTES.matcher(text).region(from, Math.min(text.length(), from + MAX_WORD));
        int at = notes.lookingAt() ? notes.end() : from;
        while (at < text.length()
                && CLOSING.indexOf(text.charAt(at)) >= 0
                && !opensWord(text, at)) {
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

    private boolean endsAfterStop(String text, int start, int stop, String following) {
        int word = wordStart(text, start, stop);
        int before = word;
        while (before > start && isSpace(text.charAt(before - 1))) {
            before--;
        }
        return fullStops.end(
                wordBetween(text, word, stop),
                wordBetween(text, wordStart(text, start, before), before),
                following,
                word == start);
    }

    private static String wordBetween(String text, int start, int end) {
        return text.substring(start, end).replaceFirst("^[’'.-]+", "");
    }

    private static int wordStart(String text, int start, int end) {
        int at = end;
        while (at > start && end - at <= MAX_WORD && isInWord(text.charAt(at - 1))) {
            at--;
        }
        return at;
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
