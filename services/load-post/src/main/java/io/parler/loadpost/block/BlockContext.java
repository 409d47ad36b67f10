package io.parler.loadpost.block;

import io.parler.loadpost.text.InlineTextBuilder.Style;
import java.util.Optional;

/// The position of the current text in the article, which decides the kind of its block.
///
/// @param letters how the items of the list are marked
/// @param skipReason why text at this position is not read; empty if it is
/// @param beside whether this position is outside the article
record BlockContext(
        Line line,
        int level,
        boolean ordered,
        int index,
        int depth,
        ListLetters letters,
        Style style,
        Optional<String> skipReason,
        boolean beside) {
    static final BlockContext ROOT =
            new BlockContext(
                    Line.PARAGRAPH,
                    0,
                    false,
                    0,
                    0,
                    ListLetters.NONE,
                    Style.PLAIN,
                    Optional.empty(),
                    false);

    enum Line {
        PARAGRAPH,
        HEADING,
        QUOTE,
        LIST_ITEM,
        CAPTION,
        FOOTNOTE
    }

    /// Text in a footnote stays a footnote.
    BlockContext as(Line other) {
        return new BlockContext(
                inFootnote() ? line : beside && other == Line.FOOTNOTE ? line : other,
                level,
                ordered,
                index,
                depth,
                letters,
                style,
                skipReason,
                beside);
    }

    BlockContext heading(int newLevel) {
        return new BlockContext(
                Line.HEADING, newLevel, ordered, index, depth, letters, style, skipReason, beside);
    }

    BlockContext list(boolean isOrdered, ListLetters marks) {
        return new BlockContext(
                line, level, isOrdered, 0, depth + 1, marks, style, skipReason, beside);
    }

    BlockContext item(int number) {
        return new BlockContext(
                inFootnote() ? line : Line.LIST_ITEM,
                level,
                ordered,
                number,
                Math.max(1, depth),
                letters,
                style,
                skipReason,
                beside);
    }

    BlockContext link() {
        return with(new Style(true, style.code(), style.language()));
    }

    BlockContext code() {
        return with(new Style(style.link(), true, style.language()));
    }

    BlockContext inLanguage(String language) {
        return with(new Style(style.link(), style.code(), Optional.of(language)));
    }

    private BlockContext with(Style newStyle) {
        return new BlockContext(
                line, level, ordered, index, depth, letters, newStyle, skipReason, beside);
    }

    BlockContext skipReason(Optional<String> reason) {
        return skipReason.isPresent() || reason.isEmpty()
                ? this
                : new BlockContext(
                        line, level, ordered, index, depth, letters, style, reason, beside);
    }

    /// A position in something that is not part of the article.
    BlockContext beside(String reason) {
        return new BlockContext(
                inFootnote() ? Line.PARAGRAPH : line,
                level,
                ordered,
                index,
                depth,
                letters,
                style,
                Optional.of(skipReason.orElse(reason)),
                true);
    }

    boolean inFootnote() {
        return line == Line.FOOTNOTE;
    }
}
