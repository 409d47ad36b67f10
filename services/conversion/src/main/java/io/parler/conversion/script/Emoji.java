package io.parler.conversion.script;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds and names emoji. A flag, a keycap, or a sequence with skin tones and joiners is one
/// emoji, even though it has several characters (UTS #51).
final class Emoji {
    private static final String SINGLE =
            "(?:\\p{IsEmoji_Presentation}|[\\p{IsEmoji}&&[^\\x{0}-\\x{FF}]]\\x{FE0F}"
                    + "|[\\p{IsExtended_Pictographic}"
                    + "&&[\\x{2600}-\\x{27BF}\\x{1F000}-\\x{1FAFF}]])"
                    + "(?!\\x{FE0E})\\x{FE0F}?\\p{IsEmoji_Modifier}?";

    /// The repetition is possessive: a greedy one of a group recurses, and a long chain would
    /// overflow the stack.
    static final Pattern PATTERN =
            Pattern.compile(
                    "[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\x{FE0F}?\\x{20E3}|"
                            + SINGLE
                            + "(?:\\x{200D}"
                            + SINGLE
                            + ")*+");

    private static final int FIRST_FLAG_LETTER = 0x1F1E6;

    private Emoji() {}

    /// The English name, made of the Unicode names of its characters. The JDK has no names in
    /// other languages.
    static String nameOf(String emoji) {
        int first = emoji.codePointAt(0);
        if (isFlagLetter(first) && emoji.length() > 2) {
            return "flag of " + country(emoji);
        }
        if (first < 0x80) {
            return Character.toString(first);
        }
        return emoji.codePoints()
                .filter(Emoji::isPicture)
                .mapToObj(Character::getName)
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /// False for characters that only join others or set a skin tone or gender.
    private static boolean isPicture(int codePoint) {
        return Character.isEmoji(codePoint)
                && !Character.isEmojiModifier(codePoint)
                && codePoint != '♀'
                && codePoint != '♂';
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= FIRST_FLAG_LETTER && codePoint < FIRST_FLAG_LETTER + 26;
    }

    private static String country(String flag) {
        String code =
                flag.codePoints()
                        .map(c -> c - FIRST_FLAG_LETTER + 'A')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
