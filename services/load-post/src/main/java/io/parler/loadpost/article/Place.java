package io.parler.loadpost.article;

import java.util.Optional;

/// Where in the article the text being gathered stands, and so which kind of block it becomes.
///
/// @param foreign why what stands here is no running text of the article, where it is not
record Place(
        Line line,
        int level,
        boolean ordered,
        int index,
        int depth,
        boolean inLink,
        Optional<String> foreign) {
    static final Place TOP = new Place(Line.PARAGRAPH, 0, false, 0, 0, false, Optional.empty());

    enum Line {
        PARAGRAPH,
        HEADING,
        QUOTE,
        LIST_ITEM,
        CAPTION
    }

    Place as(Line other) {
        return new Place(other, level, ordered, index, depth, inLink, foreign);
    }

    Place heading(int newLevel) {
        return new Place(Line.HEADING, newLevel, ordered, index, depth, inLink, foreign);
    }

    Place list(boolean isOrdered) {
        return new Place(line, level, isOrdered, 0, depth + 1, inLink, foreign);
    }

    Place item(int number) {
        return new Place(
                Line.LIST_ITEM, level, ordered, number, Math.max(1, depth), inLink, foreign);
    }

    Place link() {
        return new Place(line, level, ordered, index, depth, true, foreign);
    }

    Place foreign(Optional<String> reason) {
        return foreign.isPresent() || reason.isEmpty()
                ? this
                : new Place(line, level, ordered, index, depth, inLink, reason);
    }
}
