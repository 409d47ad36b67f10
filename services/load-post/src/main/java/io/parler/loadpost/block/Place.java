package io.parler.loadpost.block;

import io.parler.loadpost.text.InlineText.Style;
import java.util.Optional;

/// Where in the article the text being gathered stands, and so which kind of block it becomes.
///
/// @param beside why what stands here is no running text of the article, where it is not
record Place(
        Line line,
        int level,
        boolean ordered,
        int index,
        int depth,
        Style style,
        Optional<String> beside) {
    static final Place TOP =
            new Place(Line.PARAGRAPH, 0, false, 0, 0, Style.PLAIN, Optional.empty());

    enum Line {
        PARAGRAPH,
        HEADING,
        QUOTE,
        LIST_ITEM,
        CAPTION,
        FOOTNOTE
    }

    /// What stands in a footnote stays one.
    Place as(Line other) {
        return new Place(inFootnote() ? line : other, level, ordered, index, depth, style, beside);
    }

    Place heading(int newLevel) {
        return new Place(Line.HEADING, newLevel, ordered, index, depth, style, beside);
    }

    Place list(boolean isOrdered) {
        return new Place(line, level, isOrdered, 0, depth + 1, style, beside);
    }

    Place item(int number) {
        return new Place(
                inFootnote() ? line : Line.LIST_ITEM,
                level,
                ordered,
                number,
                Math.max(1, depth),
                style,
                beside);
    }

    Place link() {
        return with(new Style(true, style.code(), style.language()));
    }

    Place code() {
        return with(new Style(style.link(), true, style.language()));
    }

    Place spokenIn(String language) {
        return with(new Style(style.link(), style.code(), Optional.of(language)));
    }

    private Place with(Style newStyle) {
        return new Place(line, level, ordered, index, depth, newStyle, beside);
    }

    Place beside(Optional<String> reason) {
        return beside.isPresent() || reason.isEmpty()
                ? this
                : new Place(line, level, ordered, index, depth, style, reason);
    }

    boolean inFootnote() {
        return line == Line.FOOTNOTE;
    }
}
