package io.parler.conversion.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a voice should get it: one line, nothing invisible, and of a web address only its
/// host.
final class Sayable {
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:https?://|www\\.)([^\\s/?#<>\"')\\]]+)[^\\s<>\"']*");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\s\\u200c\\u200d]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SAID = Pattern.compile("[\\p{L}\\p{N}]");

    private Sayable() {}

    static String of(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        return SPACE.matcher(withoutAddresses(plain)).replaceAll(" ").strip();
    }

    /// Without a letter or a digit there is nothing to say.
    static boolean isSaid(String text) {
        return SAID.matcher(text).find();
    }

    private static String withoutAddresses(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(
                        address ->
                                Matcher.quoteReplacement(said(address.group(1), address.group())));
    }

    /// The full stop behind an address at the end of a sentence is the sentence's.
    private static String said(String host, String address) {
        return host.substring(0, endOfAddress(host)) + address.substring(endOfAddress(address));
    }

    private static int endOfAddress(String text) {
        int end = text.length();
        while (end > 0 && ".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
