package io.parler.polly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A run of characters without white space, and the tokens it falls into.
final class Chunk {
    private static final String SPLITS =
            ",;:!?\"()[]{}\u2014\u2026\u201c\u201d\u201e\u00ab\u00bb\u3001\u3002\uff0c\uff01\uff1f|"
                    + "\uff1b\uff1a\uff08\uff09\u300c\u300d\u300e\u300f\u300a\u300b\u3010\u3011\u060c\u061b\u061f\u06d4\u0964";
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");
    private static final String STARTS_NUMBER = "$€£¥-+~\u2212.#";
    private static final String ENDS_WORD = "%°+#";
    /// A run longer than a piece is no word: it is cut so that it can be said, and not said for
    /// ever.
    private static final int PIECE = 40;
    private static final int MOST_PIECES = 3;

    private record Letter(
            int codePoint,
            int start,
            int end,
            Manner manner,
            @Nullable String role,
            @Nullable String language) {}

    private final List<Letter> letters = new ArrayList<>();

    void add(
            int codePoint,
            int start,
            int end,
            Manner manner,
            @Nullable String role,
            @Nullable String language) {
        letters.add(new Letter(codePoint, start, end, manner, role, language));
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    void clear() {
        letters.clear();
    }

    boolean startsInLowerCase() {
        return Character.isLowerCase(letters.getFirst().codePoint());
    }

    /// True where its last letters end a sentence, quotes and brackets after them included.
    ///
    /// @param ordinals whether "9." is the ninth
    boolean endsSentence(boolean ordinals) {
        int end = letters.size();
        while (end > 0 && "\"')]}\u201d\u2019\u00bb".indexOf(at(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        return switch (at(end - 1)) {
            case '!', '?', '\u2026', '\u3002', '\uff01', '\uff1f', '\u061f', '\u06d4', '\u0964' ->
                    true;
            case '.' -> {
                int start = 0;
                while (start < end && !Character.isLetterOrDigit(at(start))) {
                    start++;
                }
                String word = text(Math.min(start, end - 1), end - 1);
                yield !Wording.isAbbreviation(word)
                        && !(ordinals && ORDINAL.matcher(word).matches());
            }
            default -> false;
        };
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        int to = letters.size();
        while (from < to && !startsWord(from)) {
            from++;
        }
        while (to > from && !endsWord(to - 1)) {
            to--;
        }
        punctuation(tokens, 0, from);
        if (Wording.isAddress(text(from, to))) {
            word(tokens, from, to);
        } else {
            words(tokens, from, to);
        }
        punctuation(tokens, to, letters.size());
        return tokens;
    }

    private void words(List<Token> tokens, int from, int to) {
        int start = from;
        int pieces = 0;
        for (int i = from; i < to && pieces < MOST_PIECES; i++) {
            if (splits(i, from, to)) {
                word(tokens, start, i);
                punctuation(tokens, i, i + 1);
                start = i + 1;
                pieces = 0;
            } else if (i - start == PIECE) {
                word(tokens, start, i);
                start = i;
                pieces++;
            }
        }
        if (pieces < MOST_PIECES) {
            word(tokens, start, to);
        } else {
            tokens.add(token(start, to, List.of()));
        }
    }

    /// Inside a number a comma or a colon holds it together.
    private boolean splits(int i, int from, int to) {
        if (SPLITS.indexOf(at(i)) < 0) {
            return false;
        }
        boolean between =
                i > from
                        && i + 1 < to
                        && Character.isDigit(at(i - 1))
                        && Character.isDigit(at(i + 1));
        return !(between && (at(i) == ',' || at(i) == ':'));
    }

    private void word(List<Token> tokens, int from, int to) {
        if (from < to) {
            boolean stop = to < letters.size() && at(to) == '.';
            tokens.add(token(from, to, Wording.of(text(from, to), stop)));
        }
    }

    private void punctuation(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String text = text(i, i + 1);
            boolean alone = letters.size() == 1;
            tokens.add(token(i, i + 1, alone ? Wording.of(text, false) : List.of()));
        }
    }

    private Token token(int from, int to, List<String> spoken) {
        Letter first = letters.get(from);
        return new Token(
                text(from, to),
                first.start(),
                letters.get(to - 1).end(),
                spoken,
                first.manner(),
                first.role(),
                first.language(),
                null);
    }

    private boolean startsWord(int i) {
        int c = at(i);
        boolean number =
                STARTS_NUMBER.indexOf(c) >= 0
                        && i + 1 < letters.size()
                        && Character.isDigit(at(i + 1));
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.OTHER_SYMBOL
                || number;
    }

    private boolean endsWord(int i) {
        int c = at(i);
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || (i > 0 && ENDS_WORD.indexOf(c) >= 0);
    }

    private int at(int i) {
        return letters.get(i).codePoint();
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(at(i));
        }
        return text.toString();
    }
}
