package io.parler.polly.espeak;

import io.parler.polly.Manner;
import io.parler.polly.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Tokens in a row said in one manner, as the text that espeak-ng reads: it finds words for numbers
/// and signs itself.
final class Run {
    /// No space before these where something unseen, such as a tag, stands between.
    private static final String CLOSING = ",.;:!?)]}\u2026\u00bb\u201d\u3001\u3002\uff0c";

    /// A hundred stops after single letters, as in "a.a.a.", end espeak-ng 1.51.
    private static final int MOST_STOPS = 40;

    private final Manner manner;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private boolean said;
    private int length;
    private int stops;
    private int end;

    /// Where a token is in the text, in code points.
    private record Place(int from, int to) {}

    private Run(Manner manner) {
        this.manner = manner;
    }

    /// Punctuation stays with the word before it, however it is said itself.
    static List<Run> of(List<Token> phrase) {
        List<Run> runs = new ArrayList<>();
        for (Token token : phrase) {
            if (runs.isEmpty()
                    || (token.isSaid() && !runs.getLast().manner.equals(token.manner()))) {
                runs.add(new Run(token.manner()));
            }
            runs.getLast().add(token);
        }
        return runs;
    }

    Manner manner() {
        return manner;
    }

    String text() {
        return text.toString();
    }

    int tokens() {
        return places.size();
    }

    /// False for punctuation alone.
    boolean isSaid() {
        return said;
    }

    /// The token that a code point of the text belongs to, if it is of any.
    OptionalInt tokenAt(int position) {
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).from() <= position && position < places.get(i).to())
                .findFirst();
    }

    private void add(Token token) {
        boolean apart = token.start() != end && CLOSING.indexOf(token.text().codePointAt(0)) < 0;
        if (apart && length > 0) {
            append(' ');
        }
        end = token.end();
        int from = length;
        said |= token.isSaid();
        if (token.isSaid() || token.text().codePoints().allMatch(Run::isPunctuation)) {
            token.text().codePoints().filter(Run::isReadable).forEach(this::append);
        }
        places.add(new Place(from, length));
    }

    private void append(int codePoint) {
        boolean tooMany = codePoint == '.' && ++stops > MOST_STOPS;
        text.appendCodePoint(tooMany ? ' ' : codePoint);
        length++;
    }

    /// Control characters are commands to espeak-ng; a soft hyphen would part a word.
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
