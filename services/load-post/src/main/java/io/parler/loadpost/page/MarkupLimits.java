package io.parler.loadpost.page;

import java.util.Locale;
import java.util.Set;

/// Counts the elements and the depth of a page before it is parsed. A parser builds all of them
/// first, and some of its work grows with the square of the depth.
final class MarkupLimits {
    private static final int MAX_ELEMENTS = 50_000;
    private static final int MAX_DEPTH = 400;
    private static final int MAX_ATTRIBUTES = 1000;
    private static final Set<String> NEVER_CLOSED =
            Set.of(
                    "area",
                    "base",
                    "br",
                    "col",
                    "embed",
                    "hr",
                    "img",
                    "input",
                    "link",
                    "meta",
                    "param",
                    "source",
                    "track",
                    "wbr",
                    "p",
                    "li",
                    "dt",
                    "dd",
                    "tr",
                    "td",
                    "th",
                    "tbody",
                    "thead",
                    "tfoot",
                    "option",
                    "optgroup",
                    "html",
                    "head",
                    "body",
                    "rt",
                    "rp",
                    "colgroup");
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp");

    private static final Set<String> FOREIGN_ROOTS = Set.of("svg", "math");

    /// Elements that close themselves with `/>` within SVG and MathML. Any other ends the drawing:
    /// a parser reads it as HTML, where `/>` closes nothing.
    private static final Set<String> FOREIGN =
            Set.of(
                    "path",
                    "use",
                    "g",
                    "symbol",
                    "defs",
                    "circle",
                    "ellipse",
                    "rect",
                    "line",
                    "polyline",
                    "polygon",
                    "stop",
                    "lineargradient",
                    "radialgradient",
                    "clippath",
                    "mask",
                    "image",
                    "text",
                    "tspan",
                    "animate",
                    "animatetransform",
                    "filter",
                    "marker",
                    "pattern",
                    "view",
                    "mi",
                    "mo",
                    "mn",
                    "ms",
                    "mtext",
                    "mrow",
                    "mspace",
                    "msup",
                    "msub",
                    "mfrac",
                    "msqrt",
                    "mtable",
                    "mtr",
                    "mtd",
                    "mprescripts",
                    "none");

    private final String html;
    private int at;
    private int elements;
    private int strayEndTags;
    private int depth;
    private int deepest;
    private boolean exceeded;
    private boolean inForeign;

    private MarkupLimits(String html) {
        this.html = html;
    }

    /// Whether the page is within all limits.
    static boolean isWithinLimits(String html) {
        var scan = new MarkupLimits(html);
        while (scan.at >= 0 && !scan.exceeded) {
            scan.step();
            scan.exceeded |=
                    Math.max(scan.elements, scan.strayEndTags) > MAX_ELEMENTS
                            || scan.deepest > MAX_DEPTH;
        }
        return !scan.exceeded;
    }

    private void step() {
        at = html.indexOf('<', at);
        if (at < 0 || at + 1 >= html.length()) {
            at = -1;
            return;
        }
        char next = html.charAt(at + 1);
        if (html.startsWith("<!--", at)) {
            at = past("-->", at + 4);
        } else if (next == '/') {
            String name = name(at + 2);
            inForeign &= FOREIGN.contains(name);
            if (!NEVER_CLOSED.contains(name) && depth > 0) {
                depth--;
            } else if (name.equals("p") || name.equals("br")) {
                strayEndTags++; // a stray end tag creates an element
            }
            at += 2;
        } else if (isLetter(next)) {
            open(name(at + 1));
        } else {
            at++;
        }
    }

    private void open(String name) {
        elements++;
        at = tagEnd(at + 1 + name.length());
        inForeign = FOREIGN_ROOTS.contains(name) || (inForeign && FOREIGN.contains(name));
        boolean closed = inForeign && html.charAt(at - 1) == '/';
        inForeign &= !(closed && FOREIGN_ROOTS.contains(name));
        if (RAW_TEXT.contains(name)) {
            at = past("</" + name, at);
        } else if (!closed && !NEVER_CLOSED.contains(name)) {
            depth++;
            deepest = Math.max(deepest, depth);
        }
    }

    /// The end of a tag. Attributes are counted as a parser would count them.
    private int tagEnd(int from) {
        int attributes = 0;
        int i = from;
        while (i < html.length()) {
            char c = html.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c <= ' ' || c == '/') {
                i++;
            } else {
                attributes++;
                exceeded |= attributes > MAX_ATTRIBUTES;
                i = attributeEnd(i);
            }
        }
        return html.length() - 1;
    }

    /// The position after an attribute: its name, and its value, which may follow after spaces.
    private int attributeEnd(int from) {
        int i = from + 1; // a name may start with any character
        while (i < html.length() && !endsName(html.charAt(i))) {
            i++;
        }
        int equals = afterSpaces(i);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return i;
        }
        i = afterSpaces(equals + 1);
        if (i >= html.length()) {
            return i;
        }
        char quote = html.charAt(i);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, i + 1);
            return end < 0 ? html.length() : end + 1;
        }
        while (i < html.length() && html.charAt(i) > ' ' && html.charAt(i) != '>') {
            i++;
        }
        return i;
    }

    private static boolean endsName(char c) {
        return c <= ' ' || c == '/' || c == '>' || c == '=';
    }

    private int afterSpaces(int from) {
        int i = from;
        while (i < html.length() && html.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private String name(int from) {
        int end = from;
        while (end < html.length()
                && end - from < 20
                && (isLetter(html.charAt(end)) || isDigit(html.charAt(end)))) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /// The position after the next `end`, in either case, or -1.
    private int past(String end, int from) {
        for (int i = html.indexOf(end.charAt(0), from);
                i >= 0;
                i = html.indexOf(end.charAt(0), i + 1)) {
            if (html.regionMatches(true, i, end, 0, end.length())) {
                return i + end.length();
            }
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
