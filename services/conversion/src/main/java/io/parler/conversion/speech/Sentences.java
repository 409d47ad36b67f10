package io.parler.conversion.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Splits text into sentences by the rules of its language. Joined, they are the text again.
public final class Sentences {
    /// Full stops that do not end a sentence, although the JDK thinks so: after a list number, an
    /// initial, an abbreviation ("e.g.", "z. B.") or a title.
    private static final Pattern NO_SENTENCE_END =
            Pattern.compile(
                    "(?:^\\d{1,3}|(?:^|[\\s(])(?:\\p{L}(?:\\.\\s?\\p{L})*|Dr|Mr|Mrs|Ms|Prof|St|vs|Fig|Nr|bzw|ca))\\.\\s+$");

    private final Locale locale;

    public Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    public List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String piece : split(text, BreakIterator.getSentenceInstance(locale))) {
            sentence.append(piece);
            if (!NO_SENTENCE_END.matcher(sentence).find()) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence.toString());
        }
        return sentences;
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
