package io.parler.loadpost.text;

/// A part of a block's text that is spoken differently, in UTF-16 code units.
public sealed interface Span {
    int start();

    /// The position after its last code unit.
    int end();

    /// In another language than the article.
    ///
    /// @param language BCP 47
    record Foreign(int start, int end, String language) implements Span {
        public Foreign {
            check(start, end);
        }
    }

    /// Mathematics within running text.
    record Formula(int start, int end) implements Span {
        public Formula {
            check(start, end);
        }
    }

    private static void check(int start, int end) {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span holds at least one code unit");
        }
    }
}
