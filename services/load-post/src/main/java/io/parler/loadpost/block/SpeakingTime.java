package io.parler.loadpost.block;

import io.parler.language.WordCount;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;

/// Words, characters and seconds of the blocks that are read.
///
/// @param seconds an estimate: a voice speaks about 15 letters a second, or 4.5 characters of
///     Chinese, Japanese or Korean, and pauses between blocks
public record SpeakingTime(int words, int characters, int seconds) {
    private static final double LETTERS_PER_SECOND = 15;
    private static final double IDEOGRAPHS_PER_SECOND = 4.5;
    private static final double PAUSE = 0.4;
    private static final double HEADING_PAUSE = 0.8;

    /// The lowest code point of the scripts that are counted by character: Hangul letters start
    /// here.
    private static final int FIRST_IDEOGRAPH = 0x1100;

    public static SpeakingTime of(List<Block> blocks) {
        int words = 0;
        int characters = 0;
        double seconds = 0;
        for (Block block : blocks) {
            if (block.spoken() == Spoken.READ) {
                words += WordCount.of(block.text());
                int length = block.text().codePointCount(0, block.text().length());
                int ideographs = ideographs(block.text());
                characters += length;
                seconds +=
                        (length - ideographs) / LETTERS_PER_SECOND
                                + ideographs / IDEOGRAPHS_PER_SECOND;
                seconds += block.content() instanceof Content.Heading ? HEADING_PAUSE : PAUSE;
            }
        }
        return new SpeakingTime(words, characters, (int) Math.round(seconds));
    }

    private static int ideographs(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_IDEOGRAPH) {
                int c = text.codePointAt(i);
                count += isIdeograph(c) ? 1 : 0;
                i += Character.charCount(c) - 1;
            }
        }
        return count;
    }

    private static boolean isIdeograph(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
