package io.parler.conversion;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into its sentences by the rules of its language; joined, they are the text.
final class Sentences {
    private final Locale locale;

    Sentences(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    List<String> of(String text) {
        return cut(text, BreakIterator.getSentenceInstance(locale));
    }

    /// Words, and what stands between them, each with the white space behind it.
    List<String> words(String text) {
        return cut(text, BreakIterator.getLineInstance(locale));
    }

    /// What a reader sees as one character: never cut.
    List<String> characters(String text) {
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
