package io.parler.conversion.speech;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts a text into its sentences by the rules of its language; joined, they are the text.
public final class Sentences {
    /// Full stops that end no sentence, though the JDK's rules think so: of a list's number, an
    /// initial, an abbreviation of letters ("e.g.", "z. B.") and some titles.
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?:^\\d{1,3}|(?:^|[\\s(])(?:\\p{L}(?:\\.\\s?\\p{L})*|Dr|Mr|Mrs|Ms|Prof|St|vs|Fig|Nr|bzw|ca))\\.\\s+$");

    private final Locale locale;

    public Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    public List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String piece : cut(text, BreakIterator.getSentenceInstance(locale))) {
            sentence.append(piece);
            if (!GOES_ON.matcher(sentence).find()) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    /// Words, and what stands between them, each with the white space behind it.
    public List<String> words(String text) {
        return cut(text, BreakIterator.getLineInstance(locale));
    }

    /// What a reader sees as one character: never cut.
    public List<String> characters(String text) {
        return cut(text, BreakIterator.getCharacterInstance(locale));
    }

    private static List<String> cut(String text, BreakIterator breaks) {
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
