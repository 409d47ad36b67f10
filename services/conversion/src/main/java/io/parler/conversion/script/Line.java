package io.parler.conversion.script;

import io.parler.conversion.speech.Span;
import io.parler.conversion.speech.Words;
import java.util.ArrayList;
import java.util.List;

/// One line of words, made piece by piece: white space is one space, and where something is left
/// out the spaces around it are as if it had never been there.
final class Line {
    /// What the script itself is in.
    private static final String OWN = "";

    private static final String CLOSING = ".,;:!?…)]}»”’。、，；：！？）」』";

    private final List<Piece> pieces = new ArrayList<>();
    private boolean space;
    private boolean gap;

    private record Piece(String language, StringBuilder text) {
        Span span() {
            Span.Plain plain = new Span.Plain(text.toString());
            return language.equals(OWN) ? plain : new Span.Foreign(language, List.of(plain));
        }
    }

    Line say(String text) {
        text.codePoints().forEach(c -> add(c, OWN));
        return this;
    }

    Line foreign(String language, String text) {
        text.codePoints().forEach(c -> add(c, language));
        return this;
    }

    /// Something stood here that is not said.
    Line leaveOut() {
        gap = true;
        return this;
    }

    private void add(int codePoint, String language) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            space = true;
            return;
        }
        if (gap && CLOSING.indexOf(codePoint) >= 0) {
            space = false;
        } else if (gap && partsLetters(codePoint)) {
            space = true;
        }
        if (space && !pieces.isEmpty()) {
            to(pieces.getLast().language().equals(OWN) ? OWN : language).append(' ');
        }
        to(language).appendCodePoint(codePoint);
        space = false;
        gap = false;
    }

    private boolean partsLetters(int next) {
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

    private StringBuilder to(String language) {
        if (pieces.isEmpty() || !pieces.getLast().language().equals(language)) {
            pieces.add(new Piece(language, new StringBuilder()));
        }
        return pieces.getLast().text();
    }

    Words words() {
        return new Words(pieces.stream().map(Piece::span).toList());
    }
}
