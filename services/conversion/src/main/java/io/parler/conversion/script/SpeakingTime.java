package io.parler.conversion.script;

import java.util.List;

/// Estimates how long a script takes to speak: 15 letters a second, or 4.5 characters of Chinese,
/// Japanese or Korean.
final class SpeakingTime {
    private static final double LETTERS_PER_SECOND = 15;
    private static final double CJK_CHARACTERS_PER_SECOND = 4.5;

    private SpeakingTime() {}

    static double of(List<Passage> passages) {
        double seconds = 0;
        int pause = 0;
        for (Passage passage : passages) {
            seconds += Math.max(pause, passage.pauseBefore()) / 1000.0;
            String said = passage.words().spokenText();
            long cjk = said.codePoints().filter(SpeakingTime::isCjk).count();
            long letters = said.codePointCount(0, said.length()) - cjk;
            seconds += letters / LETTERS_PER_SECOND + cjk / CJK_CHARACTERS_PER_SECOND;
            pause = passage.pauseAfter();
        }
        return seconds + pause / 1000.0;
    }

    private static boolean isCjk(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
