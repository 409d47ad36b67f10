package io.parler.conversion.script;

/// The pauses between passages, in milliseconds. They become silence in the audio; where two meet,
/// the longer one counts.
final class Pauses {
    static final int BETWEEN_PARAGRAPHS = 400;
    static final int AFTER_TITLE = 800;
    static final int BEFORE_HEADING = 700;
    static final int AFTER_HEADING = 500;
    static final int IN_LIST = 250;

    private Pauses() {}
}
