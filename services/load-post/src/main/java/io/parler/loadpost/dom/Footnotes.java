package io.parler.loadpost.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Recognizes footnotes, the marks that lead to them and the links back, in the markup of common
/// publishing systems.
public final class Footnotes {
    private static final String TOKEN =
            "(?:[*†‡§]?[0-9]{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5}|note [0-9]{1,3})";
    private static final Pattern MARK =
            Pattern.compile(
                    "[\\[(]?\\s*[*†‡]?"
                            + TOKEN
                            + "(?:\\s*[,;–-]\\s*"
                            + TOKEN
                            + "){0,5}\\s*[])]?(?:\\s*\\[\\s*[0-9]{1,3}\\s*]){0,5}");
    private static final Pattern TARGET =
            Pattern.compile(
                    "(?i).*#_?(?:user-content-)?(?:fn|ftn|footnote|easy-footnote|cite_note|note|endnote|en"
                            + "|edn|sdfootnote|sidenote|sn|mn)[-_:.]?.*");
    private static final Pattern BACK_TARGET =
            Pattern.compile(
                    "(?i).*#_?(?:user-content-)?(?:fnref|ftnref|footnote-?ref|footnote-?anchor|cite_ref"
                            + "|noteref|ednref|easy-footnote-[0-9]|r?fn?r).*");
    private static final Pattern MARKING =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:footnote-?(?:ref|anchor|reference|link|mark)?|noteref|fn-?ref"
                            + "|easy-footnote|reference|sidenote-number)(?:$|\\s)");
    private static final Pattern BACK =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:data-)?(?:footnote-?back(?:ref|link)?|reversefootnote|backref|back-?link"
                            + "|mw-cite-backlink|cite-backlink|easy-footnote-to-top|footnote-number)(?:$|\\s)");
    private static final Pattern SECTION =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:footnotes?|footnotes?-(?:list|section|content|area|block|body|item|defs?"
                            + "|definitions?)|wp-block-footnotes|endnotes?|easy-footnotes-wrapper|reflist"
                            + "|references|sidenote|marginnote|margin-note|side-note)(?:$|\\s)");
    private static final Pattern ITEM_ID =
            Pattern.compile(
                    "(?i)(?:user-content-)?(?:fn|ftn|footnote|cite_note|endnote|edn)[-_:.]?[0-9a-z].*");
    private static final int LONGEST_MARK = 24;
    private static final int LONGEST_BACK = 40;

    private Footnotes() {}

    /// Whether the element, a link or a superscript, is only a mark that leads to a note.
    public static boolean isMark(Element element) {
        String role = element.attr("role");
        if (role.equals("doc-noteref")) {
            return true;
        }
        String tag = element.normalName();
        boolean link = tag.equals("a");
        if (!link && !tag.equals("sup") && !element.hasClass("easy-footnote")) {
            return false;
        }
        String text = PlainText.prefix(element, LONGEST_MARK);
        if (!MARK.matcher(text).matches()) {
            return false;
        }
        if (MARKING.matcher(element.className()).find()) {
            return true;
        }
        if (link) {
            String href = element.attr("href");
            return TARGET.matcher(href).matches() && !BACK_TARGET.matcher(href).matches();
        }
        Element inner = element.selectFirst("a[href], a[role=doc-noteref]");
        return (inner != null && inner.attr("href").contains("#"))
                || element.id().startsWith("fnref");
    }

    /// Whether the link is in a note and leads back to its mark.
    public static boolean isBackLink(Element element, boolean inFootnote) {
        if (element.attr("role").equals("doc-backlink")
                || element.hasAttr("data-footnote-backref")) {
            return true;
        }
        String names = element.className();
        if (contains(names, "back", "footnote") && BACK.matcher(names).find()) {
            return PlainText.prefix(element, LONGEST_BACK).length() < LONGEST_BACK;
        }
        if (!Tags.is(element, "a") || !element.attr("href").contains("#")) {
            return false;
        }
        String text = PlainText.prefix(element, LONGEST_MARK);
        if (text.codePoints().anyMatch(c -> c == '↩' || c == '⤴' || c == '↵')) {
            return text.codePoints().filter(Character::isLetter).count() < 5;
        }
        return inFootnote
                && element.attr("href").startsWith("#")
                && (MARK.matcher(text).matches() || text.matches("\\^|↑|⬆️?|(?i:back|jump up)"));
    }

    public static boolean isSection(Element element) {
        return switch (element.attr("role")) {
            case "doc-endnotes", "doc-footnote", "doc-endnote" -> true;
            default ->
                    hasSectionName(element)
                            || element.id().equals("footnotes")
                            || (Tags.is(element, "li") && ITEM_ID.matcher(element.id()).matches())
                            || isLinkedNote(element);
        };
    }

    /// Whether the paragraph begins with a link that leads back to its mark, a link to this one.
    private static boolean isLinkedNote(Element element) {
        if (!Tags.is(element, "p") && !Tags.is(element, "li")) {
            return false;
        }
        Element link = element.firstElementChild();
        if (link == null
                || !Tags.is(link, "a")
                || link.id().isEmpty()
                || !link.attr("href").startsWith("#")
                || !MARK.matcher(PlainText.prefix(link, LONGEST_MARK)).matches()) {
            return false;
        }
        String target = link.attr("href").substring(1);
        Element mark = target.isEmpty() ? null : element.root().getElementById(target);
        return mark != null && !mark.getElementsByAttributeValue("href", "#" + link.id()).isEmpty();
    }

    /// Whether the element is a note inside its sentence, to be shown in the margin.
    public static boolean isWithinLine(Element element) {
        return (Tags.is(element, "span") || Tags.is(element, "small") || Tags.is(element, "aside"))
                && hasSectionName(element);
    }

    /// A quick look, because few of many names match.
    private static boolean contains(String names, String first, String second) {
        if (names.isEmpty()) {
            return false;
        }
        String lower = names.toLowerCase(Locale.ROOT);
        return lower.contains(first) || lower.contains(second);
    }

    private static boolean hasSectionName(Element element) {
        String names = element.className();
        return contains(names, "note", "ref") && SECTION.matcher(names).find();
    }
}
