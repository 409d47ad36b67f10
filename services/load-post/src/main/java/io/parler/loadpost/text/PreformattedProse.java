package io.parler.loadpost.text;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Prose in a `<pre>` with hard line breaks, such as standards, letters and mails. Paragraphs,
/// headings and lists are recognized by their shape.
public final class PreformattedProse {
    private static final Pattern PAGE_END = Pattern.compile("^.{0,120}\\[Page [0-9ivx]+]\\s*$");
    private static final Pattern PAGE_START =
            Pattern.compile(
                    "^(?:RFC [0-9]+|(?i:internet[- ]draft))\\s{2,}\\S.*\\b(?:19|20)[0-9]{2}\\s*$");
    private static final Pattern NUMBERED =
            Pattern.compile("^[0-9]{1,2}(?:\\.[0-9]{1,2}){0,4}\\.?\\s{1,3}\\p{Lu}.{0,70}$");
    private static final Pattern UNNUMBERED =
            Pattern.compile("^(?:Appendix [A-Z]\\S* ?)?\\p{Lu}[\\p{L}’' -]{2,50}$");
    private static final Pattern ITEM = Pattern.compile("^\\s*[*o•-]\\s+\\S.*");
    private static final Pattern LEADERS = Pattern.compile("\\.{4,}|(?:\\. ){4,}");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S\\s{3,}\\S");
    private static final double MIN_SHARE = 0.7;
    private static final double MAX_BRACKETS = 0.05;
    private static final int MIN_ARTICLE_LENGTH = 600;

    /// One piece of the text.
    ///
    /// @param text without line breaks, except in a drawing
    public record Part(Kind kind, String text) {}

    /// The kind of a piece.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        QUOTE,
        ITEM,
        DRAWING,
        CONTENTS,
        PAGE_EDGE
    }

    private final List<Part> parts = new ArrayList<>();
    private final List<String> group = new ArrayList<>();

    private PreformattedProse() {}

    /// Whether most of an article is in `<pre>` elements.
    public static boolean isMostOf(Element article) {
        int inPre = 0; // pages without one are not counted
        for (Element pre : article.getElementsByTag("pre")) {
            if (!Tags.inside(pre, "pre") && pre.selectFirst("code") == null) {
                inPre += PlainText.length(pre);
            }
        }
        return inPre >= MIN_ARTICLE_LENGTH && inPre > PlainText.length(article) * MIN_SHARE;
    }

    public static List<Part> parts(String text) {
        var prose = new PreformattedProse();
        text.lines().forEach(prose::line);
        prose.close();
        return prose.parts;
    }

    private void line(String line) {
        if (PAGE_END.matcher(line).matches() || PAGE_START.matcher(line).matches()) {
            close();
            parts.add(new Part(Kind.PAGE_EDGE, spaced(line)));
        } else if (line.isBlank()) {
            close();
        } else {
            if (ITEM.matcher(line).matches()) {
                close();
            }
            group.add(line);
        }
    }

    private void close() {
        if (!group.isEmpty()) {
            Kind kind = kind();
            parts.add(
                    new Part(kind, kind == Kind.DRAWING ? String.join("\n", group) : joined(kind)));
            group.clear();
        }
    }

    private Kind kind() {
        String first = group.getFirst();
        if (group.stream().allMatch(line -> line.stripLeading().startsWith(">"))) {
            return Kind.QUOTE;
        }
        if (group.stream().filter(line -> LEADERS.matcher(line).find()).count() * 2
                > group.size()) {
            return Kind.CONTENTS;
        }
        if (ITEM.matcher(first).matches()) {
            return Kind.ITEM;
        }
        boolean heading =
                group.size() == 1
                        && (NUMBERED.matcher(first).matches()
                                || UNNUMBERED.matcher(first).matches())
                        && !first.endsWith(".");
        return heading ? Kind.HEADING : isDrawing() ? Kind.DRAWING : Kind.PARAGRAPH;
    }

    private boolean isDrawing() {
        String all = String.join("", group);
        long ink = all.chars().filter(c -> c > ' ').count();
        long letters = all.chars().filter(Character::isLetterOrDigit).count();
        long gaps = group.stream().filter(line -> WIDE_GAP.matcher(line.strip()).find()).count();
        long brackets = all.chars().filter(c -> "{}<>|=;".indexOf(c) >= 0).count();
        return letters < ink * MIN_SHARE
                || brackets > ink * MAX_BRACKETS
                || (group.size() > 1 && gaps * 2 > group.size());
    }

    /// Joins lines. A word that is hyphenated at a line end keeps its hyphen.
    private String joined(Kind kind) {
        var out = new StringBuilder();
        for (String line : group) {
            String text = spaced(kind == Kind.QUOTE ? line.replaceFirst("^[\\s>]+", "") : line);
            text = kind == Kind.ITEM && out.isEmpty() ? text.replaceFirst("^[*o•-] ", "") : text;
            boolean parted =
                    out.length() > 1
                            && out.charAt(out.length() - 1) == '-'
                            && Character.isLetter(out.charAt(out.length() - 2));
            out.append(out.isEmpty() || parted ? "" : " ").append(text);
        }
        return out.toString();
    }

    private static String spaced(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }
}
