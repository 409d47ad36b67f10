package io.parler.loadpost.text;

import java.util.ArrayList;
import java.util.List;

/// Finds TeX formulas in running text: `\( … \)`, `\[ … \]`, `$$ … $$` and, if it is
/// unambiguous, `$ … $`.
final class TexScanner {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_INLINE_LENGTH = 200;

    /// No paragraph has more formulas.
    private static final int MAX_FORMULAS = 500;

    private TexScanner() {}

    record Found(int start, int end) {}

    /// The formulas may overlap; the first are the most certain.
    static List<Found> in(String text) {
        if (text.indexOf('$') < 0 && text.indexOf('\\') < 0) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        between("\\(", "\\)", text, found);
        between("\\[", "\\]", text, found);
        between("$$", "$$", text, found);
        if (found.isEmpty()) {
            betweenSingles(text, found);
        }
        return found;
    }

    private static void between(String open, String close, String text, List<Found> found) {
        int from = text.indexOf(open);
        while (from >= 0 && found.size() < MAX_FORMULAS) {
            int end = text.indexOf(close, from + open.length());
            if (end < 0) {
                return;
            }
            int start = end - from > MAX_LENGTH ? text.lastIndexOf(open, end - 1) : from;
            if (end - start <= MAX_LENGTH && end > start + open.length()) {
                found.add(new Found(start, end + close.length()));
            }
            from = text.indexOf(open, end + close.length());
        }
    }

    private static void betweenSingles(String text, List<Found> found) {
        int open = text.indexOf('$');
        while (open >= 0 && found.size() < MAX_FORMULAS) {
            int close = text.indexOf('$', open + 1);
            if (close < 0) {
                return;
            }
            boolean formula =
                    close - open <= MAX_INLINE_LENGTH
                            && isEdge(text, open - 1)
                            && isEdge(text, close + 1)
                            && looksLikeTex(text.substring(open + 1, close));
            if (formula) {
                found.add(new Found(open, close + 1));
            }
            open = formula ? text.indexOf('$', close + 1) : close;
        }
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /// Prices have dollar signs too.
    private static boolean looksLikeTex(String inner) {
        if (inner.isBlank() || !inner.equals(inner.strip())) {
            return false;
        }
        boolean oneLetter = inner.length() == 1 && Character.isLetter(inner.charAt(0));
        return oneLetter || inner.chars().anyMatch(c -> c == '\\' || c == '^' || c == '=');
    }
}
