package io.parler.polly.espeak;

import io.parler.polly.text.Prosody;
import io.parler.polly.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Consecutive tokens with the same prosody, as the text for espeak-ng. It expands numbers and
/// symbols itself.
final class TextSegment {
    /// No space goes before these, even if a tag is between them and the word.
    private static final String CLOSING = ",.;:!?)]}\u2026\u00bb\u201d\u3001\u3002\uff0c";

    /// A hundred periods after single letters, as in "a.a.a.", crash espeak-ng 1.51.
    private static final int MAX_PERIODS = 40;

    private final Prosody prosody;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private boolean audible;
    private int length;
    private int periods;
    private int end;

    /// The position of a token in the text, in code points.
    private record Span(int from, int to) {}

    private TextSegment(Prosody prosody) {
        this.prosody = prosody;
    }

    /// Splits a phrase. Punctuation stays with the word before it, whatever its prosody.
    static List<TextSegment> of(List<Token> phrase) {
        List<TextSegment> segments = new ArrayList<>();
        for (Token token : phrase) {
            if (segments.isEmpty()
                    || (token.isAudible() && !segments.getLast().prosody.equals(token.prosody()))) {
                segments.add(new TextSegment(token.prosody()));
            }
            segments.getLast().add(token);
        }
        return segments;
    }

    Prosody prosody() {
        return prosody;
    }

    String text() {
        return text.toString();
    }

    int tokens() {
        return spans.size();
    }

    /// False for punctuation alone.
    boolean isAudible() {
        return audible;
    }

    /// The token at a position in the text, if any.
    OptionalInt tokenAt(int position) {
        return IntStream.range(0, spans.size())
                .filter(i -> spans.get(i).from() <= position && position < spans.get(i).to())
                .findFirst();
    }

    private void add(Token token) {
        boolean separate = token.start() != end && CLOSING.indexOf(token.text().codePointAt(0)) < 0;
        if (separate && length > 0) {
            append(' ');
        }
        end = token.end();
        int from = length;
        audible |= token.isAudible();
        if (token.isAudible() || token.text().codePoints().allMatch(TextSegment::isPunctuation)) {
            token.text().codePoints().filter(TextSegment::isReadable).forEach(this::append);
        }
        spans.add(new Span(from, length));
    }

    private void append(int codePoint) {
        boolean tooMany = codePoint == '.' && ++periods > MAX_PERIODS;
        text.appendCodePoint(tooMany ? ' ' : codePoint);
        length++;
    }

    /// Control characters are commands to espeak-ng; a soft hyphen would split a word.
    private static boolean isReadable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && codePoint != 0xad;
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }
}
