package io.parler.loadpost.page;

import io.parler.loadpost.dom.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Extracts the article's title from the page's `<title>`, which often contains the site's name as
/// well.
final class PageTitle {
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|\\-–—\\\\/>»]\\s");
    private static final Pattern HIERARCHY = Pattern.compile("\\s[\\\\/>»]\\s");
    private static final Pattern BEFORE_LAST =
            Pattern.compile("^(.*)\\s[|\\-–—\\\\/>»]\\s.*$", Pattern.DOTALL);
    private static final Pattern AFTER_FIRST =
            Pattern.compile("^.*?\\s[|\\-–—\\\\/>»]\\s(.*)$", Pattern.DOTALL);

    /// A heading of fewer characters may be a part of the title by chance.
    private static final int MIN_HEADING = 2;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// The link to itself that documentation has after a heading.
    private static final Pattern LINK_MARK = Pattern.compile("\\s*[¶🔗\\x{200b}]+\\s*$|\\s+#\\s*$");

    private static final int MAX_LENGTH = 1000;

    private final Document document;
    private final SiteNames site;
    private final List<Element> headings;
    private final boolean hasOneHeading;

    PageTitle(Document document, SiteNames site) {
        this.document = document;
        this.site = site;
        Elements main = document.getElementsByTag("h1");
        Elements sections = main.isEmpty() ? document.getElementsByTag("h2") : new Elements();
        this.headings = main.isEmpty() ? sections.stream().limit(1).toList() : main;
        this.hasOneHeading = main.size() + sections.size() == 1;
    }

    /// The title by `<title>`.
    String ofPage() {
        Element element = document.selectFirst("title");
        String whole = element == null ? "" : PlainText.prefix(element, MAX_LENGTH);
        if (isHeading(whole)) {
            return whole;
        }
        if (hasOneHeading && site.contain(whole)) {
            return text(headings.getFirst());
        }
        return headingWithin(whole)
                .or(() -> site.removedFrom(whole))
                .orElseGet(() -> withoutLikelySite(whole));
    }

    /// A title without the site's name, which many pages add to it. A title that is the heading of
    /// the page as a whole stays as it is.
    String withoutSite(String title) {
        return isHeading(title)
                ? title
                : headingWithin(title).or(() -> site.removedFrom(title)).orElse(title);
    }

    private boolean isHeading(String title) {
        String wanted = letters(title);
        return !wanted.isEmpty()
                && headings.stream().anyMatch(heading -> letters(text(heading)).equals(wanted));
    }

    static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String text(Element heading) {
        return LINK_MARK.matcher(PlainText.prefix(heading, MAX_LENGTH)).replaceFirst("").strip();
    }

    /// A heading of the page that is the title but for the names around it: those of the site, of
    /// a section, of the author. The main heading may also be the name of the site.
    private Optional<String> headingWithin(String title) {
        return SiteNames.isCompound(title)
                ? headings.stream()
                        .map(PageTitle::text)
                        .filter(heading -> stands(heading, title))
                        .findFirst()
                        .or(() -> entryTitle(title))
                : Optional.empty();
    }

    /// The only heading that the page marks as the title of its post.
    private Optional<String> entryTitle(String title) {
        Elements marked =
                document.select(
                        "h2.entry-title, h2.post-title, h2[itemprop=headline], .p-name, h3.entry-title");
        return Optional.of(marked)
                .filter(elements -> elements.size() == 1)
                .map(elements -> text(elements.getFirst()))
                .filter(heading -> stands(heading, title));
    }

    /// Whether the heading is in the title, between separators. One that is not at the start must
    /// be longer than what is before it: "The lamp | Harbour" is no title on a page with the
    /// heading "Harbour".
    private boolean stands(String heading, String title) {
        int start = title.indexOf(heading);
        if (heading.length() < MIN_HEADING || start < 0 || site.contain(heading)) {
            return false;
        }
        int end = start + heading.length();
        return heading.length() > start
                && SiteNames.endsWithSeparator(title.substring(0, start))
                && SiteNames.startsWithSeparator(title.substring(end));
    }

    /// Without knowing the site's name: it is usually the last part, and the shorter one.
    private String withoutLikelySite(String whole) {
        String title = withoutShorterPart(whole).replaceAll("\\s{2,}", " ").strip();
        boolean hierarchy = HIERARCHY.matcher(whole).find();
        int words = words(title);
        if (words <= 4
                && (!hierarchy || words != words(SEPARATOR.matcher(whole).replaceAll(" ")) - 1)) {
            return whole;
        }
        return title;
    }

    private String withoutShorterPart(String whole) {
        if (SEPARATOR.matcher(whole).find()) {
            Matcher before = BEFORE_LAST.matcher(whole);
            String title = before.matches() ? before.group(1) : whole;
            if (words(title) < 3) {
                Matcher after = AFTER_FIRST.matcher(whole);
                return after.matches() ? after.group(1) : title;
            }
            return title;
        }
        boolean unusual = whole.length() > 150 || whole.length() < 15;
        return unusual && hasOneHeading ? text(headings.getFirst()) : whole;
    }

    private static int words(String text) {
        return (int) Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).count();
    }
}
