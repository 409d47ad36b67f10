package io.parler.conversion.normalization;

import java.util.Locale;
import java.util.regex.Matcher;

/// A match of a rule, with the text around it.
record Found(Matcher match, String text, Locale locale) {
    private static final int CONTEXT = 40;

    /// The whole match.
    String written() {
        return match.group();
    }

    boolean has(String group) {
        return match.group(group) != null;
    }

    /// A group, empty if it took no part in the match.
    String group(String group) {
        String found = match.group(group);
        return found == null ? "" : found;
    }

    /// Some characters before the match.
    String before() {
        return text.substring(Math.max(0, match.start() - CONTEXT), match.start());
    }

    /// Some characters after the match.
    String after() {
        return text.substring(match.end(), Math.min(text.length(), match.end() + CONTEXT));
    }

    /// The word before the match in lower case, without punctuation.
    String wordBefore() {
        String before = before().stripTrailing();
        int from = before.length();
        while (from > 0 && Character.isLetterOrDigit(before.charAt(from - 1))) {
            from--;
        }
        return before.substring(from).toLowerCase(Locale.ROOT);
    }

    /// Whether the text or a sentence ends at the end of the match.
    boolean endsSentence() {
        String after = after();
        if (after.isBlank()) {
            return true;
        }
        if (after.matches("[)”\"’'»\\]]+\\s*")) {
            return true;
        }
        String next = after.replaceFirst("^[)”\"’'»\\]]*\\s+[(“\"‘'«\\[]*", "");
        return next.length() < after.length()
                && !next.isEmpty()
                && Character.isUpperCase(next.codePointAt(0));
    }

    /// Whether dates are written with the month first and lengths spelled with "meter".
    boolean isAmerican() {
        return locale.getCountry().isEmpty() || locale.getCountry().equals("US");
    }
}
