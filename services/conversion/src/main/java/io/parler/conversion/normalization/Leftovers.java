package io.parler.conversion.normalization;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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
                    Map.entry("szlig", "ß"),
                    Map.entry("aelig", "æ"),
                    Map.entry("oslash", "ø"),
                    Map.entry("iexcl", "¡"),
                    Map.entry("iquest", "¿"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"),
                    Map.entry("bdquo", "„"),
                    Map.entry("sbquo", "‚"),
                    Map.entry("middot", ""),
                    Map.entry("rarr", "→"),
                    Map.entry("larr", "←"),
                    Map.entry("plusmn", " plus or minus "),
                    Map.entry("frac12", "one half"),
                    Map.entry("frac14", "one quarter"),
                    Map.entry("frac34", "three quarters"),
                    Map.entry("sect", "§"),
                    Map.entry("shy", ""),
                    Map.entry("zwj", ""));
    private static final Map<String, String> ACCENTS =
            Map.of(
                    "acute", "\u0301",
                    "grave", "\u0300",
                    "circ", "\u0302",
                    "tilde", "\u0303",
                    "uml", "\u0308",
                    "cedil", "\u0327",
                    "ring", "\u030a");
    /// Without this limit, a text of tags would take quadratic time.
    private static final int MAX_TAGGED = 500;

    private static final String TAGS =
            "a|b|i|u|s|em|strong|p|br|div|span|code|pre|ul|ol|li|h[1-6]|table|tr|td|th|img|hr|sup|sub|small|big|mark|del|ins|blockquote|q|cite|section|article|header|footer|nav|main|script|style|form|input|button|label|font|center|tt|kbd|head|body|html|iframe|video|audio|canvas|svg|template|figure|dialog|details|summary";
    private static final Pattern ACCENTED =
            Pattern.compile("([A-Za-z])(acute|grave|circ|tilde|uml|cedil|ring)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:([a-zA-Z]{2,8}\\d{0,2})|#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));");

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
                            "(?=&)(?<=\\d ?)&(?<name>euro|pound|yen|cent|deg|times|plusmn);",
                            found -> " " + unit(found.group("name")) + " "),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}’']{0,30}(?:&(?:[a-zA-Z]{2,8}\\d{0,2}|#\\d{1,6}|#[xX][0-9a-fA-F]{1,5});[\\p{L}\\p{N}]{0,30}){1,20}",
                            Leftovers::entities),
                    Rule.of("^#{1,6} (?=\\S)", _ -> ""),
                    Rule.of("(?= #)(?<=^#{1,6} .{1,200}) #{1,6}$", _ -> ""),
                    Rule.of("^[•‣▪◦●] ?(?=\\S)", _ -> ""),
                    Rule.of("\\\\(?=[*_#\\[\\]()`~>.!{}|+-])", _ -> ""),
                    Rule.of("</?(?<tag>" + TAGS + ")(?: [^<>]{0,200})?/?>", Leftovers::tag),
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

    private static String unit(String name) {
        return switch (name) {
            case "euro" -> "euros";
            case "pound" -> "pounds";
            case "cent" -> "cents";
            case "deg" -> "degrees";
            case "plusmn" -> "plus or minus";
            default -> name;
        };
    }

    private static String entities(Found found) {
        String text = found.written();
        boolean joinsCapitals = text.matches("\\p{Lu}{1,4}&amp;\\p{Lu}{1,4}");
        String plain =
                ENTITY.matcher(text)
                        .replaceAll(
                                entity ->
                                        Matcher.quoteReplacement(
                                                character(
                                                        entity.group(1),
                                                        entity.group(2),
                                                        entity.group(3),
                                                        entity.group())));
        if (plain.equals("&&")) {
            return "and";
        }
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
            Matcher letter = ACCENTED.matcher(name);
            return letter.matches()
                    ? Normalizer.normalize(
                            letter.group(1) + ACCENTS.getOrDefault(letter.group(2), ""), Form.NFC)
                    : ENTITIES.getOrDefault(name, written);
        }
        int code = decimal == null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(code) && code >= ' '
                ? Character.toString(code == 0xa0 ? ' ' : code)
                : "";
    }

    /// A tag that marks text is not spoken; one that the text is about is.
    private static String tag(Found found) {
        String tag = found.group("tag");
        int start = found.match().start();
        String around =
                found.text()
                        .substring(
                                Math.max(0, start - MAX_TAGGED),
                                Math.min(found.text().length(), start + MAX_TAGGED));
        boolean pair = around.contains("</" + tag + ">") && around.contains("<" + tag);
        return pair || tag.equals("br") ? " " : " " + tag + " ";
    }

    private static String link(Found found) {
        return found.group("text");
    }

    /// After a word, one star closes an emphasis or is the mark of a note.
    private static @Nullable String closingStar(Found found) {
        boolean search =
                found.before().matches("(?s)(?:.*[^\\p{L}])?A")
                        && found.after().matches(" (?:search|algorithm|path).*");
        return search ? " star" : found.after().matches("[\\s\\p{P}].*|") ? "" : null;
    }
}
