package io.parler.conversion.script;

import io.parler.conversion.speech.Span;
import io.parler.conversion.speech.Words;
import java.util.ArrayList;
import java.util.List;

/// Builds one line of text. White space becomes a single space, and where something is skipped the
/// spacing is as if it had never been there.
final class LineBuilder {
    /// Marks text in the language of the script.
    private static final String SCRIPT_LANGUAGE = "";

    private static final String CLOSING_PUNCTUATION = ".,;:!?…)]}»”’。、，；：！？）」』";

    private final List<Piece> pieces = new ArrayList<>();
    private boolean pendingSpace;
    private boolean skipped;

    private record Piece(String language, StringBuilder text) {
        Span span() {
            Span.Plain plain = new Span.Plain(text.toString());
            return language.equals(SCRIPT_LANGUAGE)
                    ? plain
                    : new Span.Foreign(language, List.of(plain));
        }
    }

    LineBuilder append(String text) {
        text.codePoints().forEach(c -> add(c, SCRIPT_LANGUAGE));
        return this;
    }

    LineBuilder appendForeign(String language, String text) {
        text.codePoints().forEach(c -> add(c, language));
        return this;
    }

    /// Marks a place where something is left out.
    LineBuilder skip() {
        skipped = true;
        return this;
    }

    private void add(int codePoint, String language) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            pendingSpace = true;
            return;
        }
        if (skipped && CLOSING_PUNCTUATION.indexOf(codePoint) >= 0) {
            pendingSpace = false;
        } else if (skipped && separatesWords(codePoint)) {
            pendingSpace = true;
        }
        if (pendingSpace && !pieces.isEmpty()) {
            pieceFor(
                            pieces.getLast().language().equals(SCRIPT_LANGUAGE)
                                    ? SCRIPT_LANGUAGE
                                    : language)
                    .append(' ');
        }
        pieceFor(language).appendCodePoint(codePoint);
        pendingSpace = false;
        skipped = false;
    }

    private boolean separatesWords(int next) {
        if (pieces.isEmpty()) {
            return false;
        }
        StringBuilder text = pieces.getLast().text();
        int last = text.codePointBefore(text.length());
        return Character.isLetterOrDigit(last)
                && Character.isLetterOrDigit(next)
                && !Character.isIdeographic(last)
                && !Character.isIdeographic(next);
    }

    private StringBuilder pieceFor(String language) {
        if (pieces.isEmpty() || !pieces.getLast().language().equals(language)) {
            pieces.add(new Piece(language, new StringBuilder()));
        }
        return pieces.getLast().text();
    }

    Words words() {
        return new Words(pieces.stream().map(Piece::span).toList());
    }
}
