package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.language.WordCount;
import java.util.List;

/// Words, characters and seconds of what will be read.
///
/// @param seconds an estimate: a voice speaks about 15 letters a second, or 4.5 signs of
///     Chinese, Japanese or Korean; blocks are parted by pauses
public record SpeakingTime(int words, int characters, int seconds) {
    private static final double LETTERS_A_SECOND = 15;
    private static final double SIGNS_A_SECOND = 4.5;
    private static final double PAUSE = 0.4;
    private static final double HEADING_PAUSE = 0.8;

    /// Below it stands none of the scripts that count signs: Hangul letters begin here.
    private static final int FIRST_SIGN = 0x1100;

    public static SpeakingTime of(List<Block> blocks) {
        int words = 0;
        int characters = 0;
        double seconds = 0;
        for (var block : blocks) {
            if (block.spoken() == Spoken.READ) {
                words += WordCount.of(block.text());
                int length = block.text().codePointCount(0, block.text().length());
                int signs = signs(block.text());
                characters += length;
                seconds += (length - signs) / LETTERS_A_SECOND + signs / SIGNS_A_SECOND;
                seconds += block.content() instanceof Content.Heading ? HEADING_PAUSE : PAUSE;
            }
        }
        return new SpeakingTime(words, characters, (int) Math.round(seconds));
    }

    private static int signs(String text) {
        return (int)
                text.codePoints().filter(c -> c >= FIRST_SIGN && SpeakingTime.isSign(c)).count();
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
