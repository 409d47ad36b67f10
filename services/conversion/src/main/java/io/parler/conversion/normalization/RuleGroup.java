package io.parler.conversion.normalization;

import java.util.List;
import java.util.function.IntPredicate;

/// Rules that can match only in a text with certain characters. Most paragraphs have none of them,
/// so that most rules need not be tried.
record RuleGroup(IntPredicate character, List<Rule> rules) {
    private static final int FIRST_SIGN = 0x80;

    static RuleGroup always(List<Rule> rules) {
        return new RuleGroup(_ -> true, rules);
    }

    /// For rules that need a digit, a fraction or a superscript.
    static RuleGroup withNumbers(List<Rule> rules) {
        return new RuleGroup(RuleGroup::isNumber, rules);
    }

    /// For rules that need one of these characters, or a number if they contain a zero, or any
    /// special sign beyond ASCII.
    static RuleGroup with(String characters, List<Rule> rules) {
        boolean numbers = characters.indexOf('0') >= 0;
        return new RuleGroup(
                c -> characters.indexOf(c) >= 0 || (numbers && isNumber(c)) || isSign(c), rules);
    }

    boolean mayMatch(String text) {
        return text.codePoints().anyMatch(character);
    }

    private static boolean isNumber(int c) {
        return c < FIRST_SIGN
                ? c >= '0' && c <= '9'
                : switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.LETTER_NUMBER ->
                            true;
                    default -> false;
                };
    }

    /// Dashes and quotation marks are not special.
    private static boolean isSign(int c) {
        return c >= FIRST_SIGN
                && "–—‘’“”…«»".indexOf(c) < 0
                && (!Character.isLetter(c)
                        || Character.getType(c) == Character.MODIFIER_LETTER
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK
                        || c == 'µ');
    }
}
