package io.parler.polly.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a run of characters without white space into tokens.
final class Tokenizer {
    private static final String SEPARATORS =
            ",;:!?\"()[]{}\u2014\u2026\u201c\u201d\u201e\u00ab\u00bb\u3001\u3002\uff0c\uff01\uff1f|"
                    + "\uff1b\uff1a\uff08\uff09\u300c\u300d\u300e\u300f\u300a\u300b\u3010\u3011\u060c\u061b\u061f\u06d4\u0964";
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");
    private static final String NUMBER_PREFIXES = "$€£¥-+~\u2212.#";
    private static final String WORD_SUFFIXES = "%°+#";

    /// A longer run is not a word: it is cut into pieces, and only the first pieces are spoken.
    private static final int PIECE_LENGTH = 40;

    private static final int MAX_PIECES = 3;

    private record InputCharacter(
            int codePoint,
            int start,
            int end,
            Prosody prosody,
            @Nullable String role,
            @Nullable String language) {}

    private final List<InputCharacter> characters = new ArrayList<>();

    void add(
            int codePoint,
            int start,
            int end,
            Prosody prosody,
            @Nullable String role,
            @Nullable String language) {
        characters.add(new InputCharacter(codePoint, start, end, prosody, role, language));
    }

    boolean isEmpty() {
        return characters.isEmpty();
    }

    void clear() {
        characters.clear();
    }

    boolean startsInLowerCase() {
        return Character.isLowerCase(characters.getFirst().codePoint());
    }

    /// Whether the run ends a sentence; closing quotes and brackets are skipped.
    ///
    /// @param ordinals whether "9." may be an ordinal
    boolean endsSentence(boolean ordinals) {
        int end = characters.size();
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
                yield !TextNormalizer.isAbbreviation(word)
                        && !(ordinals && ORDINAL.matcher(word).matches());
            }
            default -> false;
        };
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        int to = characters.size();
        while (from < to && !startsWord(from)) {
            from++;
        }
        while (to > from && !endsWord(to - 1)) {
            to--;
        }
        punctuation(tokens, 0, from);
        if (TextNormalizer.isAddress(text(from, to))) {
            word(tokens, from, to);
        } else {
            words(tokens, from, to);
        }
        punctuation(tokens, to, characters.size());
        return tokens;
    }

    private void words(List<Token> tokens, int from, int to) {
        int start = from;
        int pieces = 0;
        for (int i = from; i < to && pieces < MAX_PIECES; i++) {
            if (isSeparator(i, from, to)) {
                word(tokens, start, i);
                punctuation(tokens, i, i + 1);
                start = i + 1;
                pieces = 0;
            } else if (i - start == PIECE_LENGTH) {
                word(tokens, start, i);
                start = i;
                pieces++;
            }
        }
        if (pieces < MAX_PIECES) {
            word(tokens, start, to);
        } else {
            tokens.add(token(start, to, List.of()));
        }
    }

    /// A comma or colon inside a number does not separate.
    private boolean isSeparator(int i, int from, int to) {
        if (SEPARATORS.indexOf(at(i)) < 0) {
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
            boolean stop = to < characters.size() && at(to) == '.';
            tokens.add(token(from, to, TextNormalizer.normalize(text(from, to), stop)));
        }
    }

    private void punctuation(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String text = text(i, i + 1);
            boolean alone = characters.size() == 1;
            tokens.add(token(i, i + 1, alone ? TextNormalizer.normalize(text, false) : List.of()));
        }
    }

    private Token token(int from, int to, List<String> spoken) {
        InputCharacter first = characters.get(from);
        return new Token(
                text(from, to),
                first.start(),
                characters.get(to - 1).end(),
                spoken,
                first.prosody(),
                first.role(),
                first.language(),
                null);
    }

    private boolean startsWord(int i) {
        int c = at(i);
        boolean number =
                NUMBER_PREFIXES.indexOf(c) >= 0
                        && i + 1 < characters.size()
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
                || (i > 0 && WORD_SUFFIXES.indexOf(c) >= 0);
    }

    private int at(int i) {
        return characters.get(i).codePoint();
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(at(i));
        }
        return text.toString();
    }
}
