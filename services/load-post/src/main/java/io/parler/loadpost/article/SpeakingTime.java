package io.parler.loadpost.article;

import io.parler.loadpost.article.Block.Content;
import io.parler.loadpost.article.Block.Spoken;
import java.util.List;
import java.util.regex.Pattern;

/// Words, characters and seconds of what will be read.
///
/// @param seconds an estimate: a voice speaks about 15 letters a second, or 4.5 signs of
///     Chinese, Japanese or Korean; blocks are parted by pauses
public record SpeakingTime(int words, int characters, int seconds) {
    private static final double LETTERS_A_SECOND = 15;
    private static final double SIGNS_A_SECOND = 4.5;
    private static final double PAUSE = 0.4;
    private static final double HEADING_PAUSE = 0.8;
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’_-]*");

    static SpeakingTime of(List<Block> blocks) {
        int words = 0;
        int characters = 0;
        double seconds = 0;
        for (var block : blocks) {
            if (block.spoken() == Spoken.READ) {
                words += words(block.text());
                int length = block.text().codePointCount(0, block.text().length());
                int signs = (int) block.text().codePoints().filter(SpeakingTime::isSign).count();
                characters += length;
                seconds += (length - signs) / LETTERS_A_SECOND + signs / SIGNS_A_SECOND;
                seconds += block.content() instanceof Content.Heading ? HEADING_PAUSE : PAUSE;
            }
        }
        return new SpeakingTime(words, characters, (int) Math.round(seconds));
    }

    /// Signs of scripts that part no words count as one each.
    public static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
