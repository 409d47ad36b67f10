package io.parler.loadpost.block;

import io.parler.loadpost.dom.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells superscripts that lead to a note from exponents, by the text before them.
final class Superscript {
    private static final int MAX_LENGTH = 12;
    private static final Pattern NUMBER = Pattern.compile("[-−–+]?[0-9]{1,3}|[a-z]|n[+-][0-9]");
    private static final Pattern NOTE =
            Pattern.compile("\\[?\\(?(?:[*†‡§]{1,3}|[*]?[0-9]{1,3}(?:[,–-][0-9]{1,3})*)\\)?]?");
    private static final Pattern LETTER = Pattern.compile("[a-e]");

    /// The number, variable or unit at the end of the text.
    private static final Pattern BASE =
            Pattern.compile("(?:^|.*[^\\p{L}\\p{N}.,])([\\p{L}\\p{N}.,]+|.*\\))$", Pattern.DOTALL);

    private static final Pattern YEAR = Pattern.compile("1[5-9][0-9]{2}|20[0-9]{2}");
    private static final Pattern SHORT_BASE = Pattern.compile("[0-9.,]+|[0-9.,]*\\p{L}{1,2}|.*\\)");

    private Superscript() {}

    static boolean isNoteMark(Element element, String before) {
        String text = PlainText.prefix(element, MAX_LENGTH);
        if (text.length() > MAX_LENGTH || before.isEmpty()) {
            return false;
        }
        Matcher found = BASE.matcher(before);
        String base = found.matches() ? found.group(1) : "";
        boolean ends = base.isEmpty() || base.endsWith(".") || base.endsWith(",");
        boolean word = ends || YEAR.matcher(base).matches() || !SHORT_BASE.matcher(base).matches();
        if (!word && NUMBER.matcher(text).matches()) {
            return false;
        }
        return NOTE.matcher(text).matches() || (!ends && LETTER.matcher(text).matches());
    }
}
