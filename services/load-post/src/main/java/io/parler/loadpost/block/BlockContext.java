package io.parler.loadpost.block;

import io.parler.loadpost.text.InlineTextBuilder.Style;
import java.util.Optional;

/// Where in the article the text being gathered stands, and so which kind of block it becomes.
///
/// @param beside why what stands here is no running text of the article, where it is not
record BlockContext(
        Line line,
        int level,
        boolean ordered,
        int index,
        int depth,
        Style style,
        Optional<String> beside) {
    static final BlockContext TOP =
            new BlockContext(Line.PARAGRAPH, 0, false, 0, 0, Style.PLAIN, Optional.empty());

    enum Line {
        PARAGRAPH,
        HEADING,
        QUOTE,
        LIST_ITEM,
        CAPTION,
        FOOTNOTE
    }

    /// What stands in a footnote stays one.
    BlockContext as(Line other) {
        return new BlockContext(
                inFootnote() ? line : other, level, ordered, index, depth, style, beside);
    }

    BlockContext heading(int newLevel) {
        return new BlockContext(Line.HEADING, newLevel, ordered, index, depth, style, beside);
    }

    BlockContext list(boolean isOrdered) {
        return new BlockContext(line, level, isOrdered, 0, depth + 1, style, beside);
    }

    BlockContext item(int number) {
        return new BlockContext(
                inFootnote() ? line : Line.LIST_ITEM,
                level,
                ordered,
                number,
                Math.max(1, depth),
                style,
                beside);
    }

    BlockContext link() {
        return with(new Style(true, style.code(), style.language()));
    }

    BlockContext code() {
        return with(new Style(style.link(), true, style.language()));
    }

    BlockContext spokenIn(String language) {
        return with(new Style(style.link(), style.code(), Optional.of(language)));
    }

    private BlockContext with(Style newStyle) {
        return new BlockContext(line, level, ordered, index, depth, newStyle, beside);
    }

    BlockContext beside(Optional<String> reason) {
        return beside.isPresent() || reason.isEmpty()
                ? this
                : new BlockContext(line, level, ordered, index, depth, style, reason);
    }

    boolean inFootnote() {
        return line == Line.FOOTNOTE;
    }
}
