package io.parler.conversion.script;

import io.parler.request.Pace;

/// The pauses between passages, in milliseconds. They become silence in the audio; where two meet,
/// the longer one counts. Voices add about a tenth of a second, and leave half a second between
/// sentences, so every pause here is longer than that.
final class Pauses {
    static final int HEAD = 500;
    static final int END = 1_000;

    private static final int BETWEEN_ITEMS = 500;
    private static final int BETWEEN_PARAGRAPHS = 750;
    private static final int AFTER_TITLE = 1_000;
    private static final int AFTER_HEADING = 900;
    private static final int BEFORE_HEADING = 1_200;

    private final double factor;

    Pauses(Pace pace) {
        this.factor =
                switch (pace) {
                    case SLOWER -> 1.5;
                    case NORMAL -> 1;
                    case FASTER -> 0.75;
                };
    }

    int betweenItems() {
        return scaled(BETWEEN_ITEMS);
    }

    int betweenParagraphs() {
        return scaled(BETWEEN_PARAGRAPHS);
    }

    int afterTitle() {
        return scaled(AFTER_TITLE);
    }

    int beforeHeading() {
        return scaled(BEFORE_HEADING);
    }

    int afterHeading() {
        return scaled(AFTER_HEADING);
    }

    private int scaled(int milliseconds) {
        return (int) Math.round(milliseconds * factor);
    }
}
