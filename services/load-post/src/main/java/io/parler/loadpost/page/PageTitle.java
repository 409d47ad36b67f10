package io.parler.loadpost.page;

import io.parler.loadpost.dom.PlainText;
import java.util.Arrays;
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

    /// What is between a title and the name of its site. A hyphen without spaces is part of a word.
    private static final String SITE_SEPARATOR =
            "\\s*[|_]\\s*|\\s+[-–—\\\\/>»«·•:~]+\\s+|\\s*[:：｜]\\s+";

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_LENGTH = 1000;

    private PageTitle() {}

    static String of(Document document) {
        Element element = document.selectFirst("title");
        String whole = element == null ? "" : PlainText.prefix(element, MAX_LENGTH);
        Elements headings = document.getElementsByTag("h1");
        if (isHeading(whole, headings)) {
            return whole;
        }
        Optional<String> heading = headingWithin(whole, headings);
        if (heading.isPresent()) {
            return heading.get();
        }
        String title = withoutSiteName(whole, document);
        title = title.replaceAll("\\s{2,}", " ").strip();
        boolean hierarchy = HIERARCHY.matcher(whole).find();
        int words = words(title);
        if (words <= 4
                && (!hierarchy || words != words(SEPARATOR.matcher(whole).replaceAll(" ")) - 1)) {
            return whole;
        }
        return title;
    }

    /// A title without the site's name, which many pages add to it. A title that is the heading of
    /// the page as a whole stays as it is.
    static String withoutSiteName(String title, Optional<String> siteName, Document document) {
        Elements headings = document.getElementsByTag("h1");
        if (isHeading(title, headings)) {
            return title;
        }
        return headingWithin(title, headings)
                .or(() -> siteName.flatMap(name -> without(name, title)))
                .orElse(title);
    }

    private static Optional<String> without(String site, String title) {
        String name = Pattern.quote(site.strip());
        String rest =
                title.replaceFirst("(?iu)(?:" + SITE_SEPARATOR + ")" + name + "\\W*$", "")
                        .replaceFirst("(?iu)^\\W*" + name + "(?:" + SITE_SEPARATOR + ")", "")
                        .strip();
        return Optional.of(rest).filter(text -> !text.isEmpty() && !text.equals(title));
    }

    private static boolean isHeading(String title, Elements headings) {
        String wanted = letters(title);
        return !wanted.isEmpty()
                && headings.stream()
                        .anyMatch(
                                heading ->
                                        letters(PlainText.prefix(heading, MAX_LENGTH))
                                                .equals(wanted));
    }

    private static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// A main heading that equals the title without the site's name after it.
    private static Optional<String> headingWithin(String whole, Elements headings) {
        Matcher separator = SEPARATOR.matcher(whole);
        return separator.find()
                ? headings.stream()
                        .map(heading -> PlainText.prefix(heading, MAX_LENGTH).strip())
                        .filter(heading -> !heading.isEmpty() && whole.startsWith(heading))
                        .filter(
                                heading ->
                                        separator
                                                .region(heading.length(), whole.length())
                                                .lookingAt())
                        .findFirst()
                : Optional.empty();
    }

    private static String withoutSiteName(String whole, Document document) {
        if (SEPARATOR.matcher(whole).find()) {
            Matcher before = BEFORE_LAST.matcher(whole);
            String title = before.matches() ? before.group(1) : whole;
            if (words(title) < 3) {
                Matcher after = AFTER_FIRST.matcher(whole);
                return after.matches() ? after.group(1) : title;
            }
            return title;
        }
        if (whole.contains(": ")) {
            boolean isHeading =
                    document.select("h1, h2").stream()
                            .anyMatch(h -> PlainText.prefix(h, MAX_LENGTH).equals(whole));
            return isHeading ? whole : pastColon(whole);
        }
        if (whole.length() > 150 || whole.length() < 15) {
            Elements headings = document.getElementsByTag("h1");
            return headings.size() == 1 ? PlainText.prefix(headings.getFirst(), MAX_LENGTH) : whole;
        }
        return whole;
    }

    private static String pastColon(String whole) {
        String title = whole.substring(whole.lastIndexOf(':') + 1);
        if (words(title) < 3) {
            return whole.substring(whole.indexOf(':') + 1);
        }
        return words(whole.substring(0, whole.indexOf(':'))) > 5 ? whole : title;
    }

    private static int words(String text) {
        return (int) Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).count();
    }
}
