package io.parler.loadpost.article;

import io.parler.loadpost.article.Block.Content;
import io.parler.loadpost.article.Block.Spoken;
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

    static SpeakingTime of(List<Block> blocks) {
        int words = 0;
        int characters = 0;
        double seconds = 0;
        for (var block : blocks) {
            if (block.spoken() == Spoken.READ) {
                words += words(block.text());
                int length = block.text().codePointCount(0, block.text().length());
                int signs = signs(block.text());
                characters += length;
                seconds += (length - signs) / LETTERS_A_SECOND + signs / SIGNS_A_SECOND;
                seconds += block.content() instanceof Content.Heading ? HEADING_PAUSE : PAUSE;
            }
        }
        return new SpeakingTime(words, characters, (int) Math.round(seconds));
    }

    /// Signs of scripts that part no words count as one each.
    public static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isAlone(c)) {
                words++;
                inWord = false;
            } else if (isAlphanumeric(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else {
                inWord &= joins(c);
            }
        }
        return words;
    }

    private static boolean isAlphanumeric(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> false;
                };
    }

    private static boolean joins(int c) {
        return c == '\''
                || c == '’'
                || c == '_'
                || c == '-'
                || (c >= 128
                        && switch (Character.getType(c)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK ->
                                    true;
                            default -> false;
                        });
    }

    private static boolean isAlone(int c) {
        return c >= FIRST_SIGN
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
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
