package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is left in a text of the format it was written in: entities of HTML and marks of Markdown.
final class Leftovers {
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("hellip", "…"),
                    Map.entry("mdash", "—"),
                    Map.entry("ndash", "–"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", ""),
                    Map.entry("trade", ""),
                    Map.entry("euro", "€"),
                    Map.entry("pound", "£"),
                    Map.entry("deg", " degrees"),
                    Map.entry("times", " times "),
                    Map.entry("bull", ""),
                    Map.entry("eacute", "é"),
                    Map.entry("egrave", "è"),
                    Map.entry("auml", "ä"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("szlig", "ß"),
                    Map.entry("ccedil", "ç"),
                    Map.entry("ntilde", "ñ"),
                    Map.entry("shy", ""),
                    Map.entry("zwj", ""));
    private static final Pattern ENTITY =
            Pattern.compile("&(?:([a-z]{2,6})|#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));");

    /// "[text](address)".
    static final List<Rule> LINKS =
            List.of(
                    Rule.of(
                            "!?\\[(?<text>[^\\[\\]]{1,200})\\]\\((?:https?:|/|#)[^\\s()]{0,1000}\\)",
                            Leftovers::link));

    /// "AT&amp;T", "&nbsp;", "**bold**", "`code`", "## Heading".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}’']{0,30}(?:&(?:[a-z]{2,6}|#\\d{1,6}|#[xX][0-9a-fA-F]{1,5});[\\p{L}\\p{N}]{0,30}){1,20}",
                            Leftovers::entities),
                    Rule.of("^#{1,6} (?=\\S)", _ -> ""),
                    Rule.of("^(?:> )+(?=\\p{L})", _ -> ""),
                    Rule.of("^[-*+] (?:\\[[ xX]\\] )?(?=\\p{L})", _ -> ""),
                    Rule.of(
                            "(?<![*\\w])\\*{1,3}(?=[^\\s*])(?=[^*]{1,400}[^\\s*]\\*{1,3})",
                            _ -> ""),
                    Rule.of(
                            "(?=\\*)(?<=[^\\s*]{1,1})(?<=\\*{0,1}[\\p{L}\\p{P}\\p{N}])\\*{2,3}(?![*\\w])",
                            _ -> ""),
                    Rule.of(
                            "(?=\\*)(?<=[\\p{L}\\p{N}.,!?;:)])\\*(?![*\\w])",
                            Leftovers::closingStar),
                    Rule.of(
                            "(?<![_\\w])_{1,3}(?=[\\p{L}\\p{N}][^_]{0,200}[^\\s_]_{1,3}(?![_\\w]))",
                            _ -> ""),
                    Rule.of("(?=_)(?<=[\\p{L}\\p{N}.,!?;:)])_{1,3}(?![_\\w])", _ -> ""),
                    Rule.of("~~", _ -> ""),
                    Rule.of("`{1,3}", _ -> ""));

    private Leftovers() {}

    private static String entities(Found found) {
        String text = found.written();
        boolean joinsCapitals = text.matches("\\p{Lu}{1,4}&amp;\\p{Lu}{1,4}");
        String plain =
                ENTITY.matcher(text)
                        .replaceAll(
                                entity ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                character(
                                                        entity.group(1),
                                                        entity.group(2),
                                                        entity.group(3),
                                                        entity.group())));
        if (plain.equals(text)) {
            return Rule.AS_WRITTEN;
        }
        if (joinsCapitals || plain.equals("&")) {
            return plain.replace("&", " and ").strip();
        }
        return plain.strip().equals("<")
                ? "less than"
                : plain.strip().equals(">") ? "greater than" : plain.replace("&", " and ");
    }

    private static String character(String name, String decimal, String hex, String written) {
        if (name != null) {
            return ENTITIES.getOrDefault(name, written);
        }
        int code = decimal == null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(code) && code >= ' '
                ? Character.toString(code == 0xa0 ? ' ' : code)
                : "";
    }

    private static String link(Found found) {
        return found.group("text");
    }

    /// After a word, one star closes an emphasis or is the mark of a note.
    private static @Nullable String closingStar(Found found) {
        return found.after().matches("[\\s\\p{P}].*|") ? "" : null;
    }
}
