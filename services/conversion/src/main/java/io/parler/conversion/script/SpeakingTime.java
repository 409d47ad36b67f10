package io.parler.conversion.script;

import java.util.List;

/// An estimate: a voice speaks about 15 letters a second, or 4.5 signs of Chinese, Japanese or
/// Korean.
final class SpeakingTime {
    private static final double LETTERS_A_SECOND = 15;
    private static final double SIGNS_A_SECOND = 4.5;

    private SpeakingTime() {}

    static double of(List<Passage> passages) {
        double seconds = 0;
        int pause = 0;
        for (Passage passage : passages) {
            seconds += Math.max(pause, passage.pauseBefore()) / 1000.0;
            String said = passage.words().said();
            long signs = said.codePoints().filter(SpeakingTime::isSign).count();
            long letters = said.codePointCount(0, said.length()) - signs;
            seconds += letters / LETTERS_A_SECOND + signs / SIGNS_A_SECOND;
            pause = passage.pauseAfter();
        }
        return seconds + pause / 1000.0;
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
