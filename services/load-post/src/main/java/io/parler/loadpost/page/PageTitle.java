package io.parler.loadpost.page;

import io.parler.loadpost.dom.PlainText;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// The title of the article out of the page's `<title>`, which often holds the site's name as
/// well.
final class PageTitle {
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|\\-–—\\\\/>»]\\s");
    private static final Pattern HIERARCHY = Pattern.compile("\\s[\\\\/>»]\\s");
    private static final Pattern BEFORE_LAST =
            Pattern.compile("^(.*)\\s[|\\-–—\\\\/>»]\\s.*$", Pattern.DOTALL);
    private static final Pattern AFTER_FIRST =
            Pattern.compile("^[^|\\-–—\\\\/>»]*[|\\-–—\\\\/>»](.*)$", Pattern.DOTALL);

    private static final int LONGEST = 1000;

    private PageTitle() {}

    static String of(Document document) {
        var element = document.selectFirst("title");
        var whole = element == null ? "" : PlainText.start(element, LONGEST);
        var heading = headingWithin(whole, document);
        if (heading.isPresent()) {
            return heading.get();
        }
        var title = shortened(whole, document);
        title = title.replaceAll("\\s{2,}", " ").strip();
        boolean hierarchy = HIERARCHY.matcher(whole).find();
        int words = words(title);
        if (words <= 4
                && (!hierarchy || words != words(SEPARATOR.matcher(whole).replaceAll(" ")) - 1)) {
            return whole;
        }
        return title;
    }

    /// A main heading that is the `<title>` but for the site's name behind it.
    private static Optional<String> headingWithin(String whole, Document document) {
        var separator = SEPARATOR.matcher(whole);
        return separator.find()
                ? document.getElementsByTag("h1").stream()
                        .map(heading -> PlainText.start(heading, LONGEST).strip())
                        .filter(heading -> !heading.isEmpty() && whole.startsWith(heading))
                        .filter(
                                heading ->
                                        separator
                                                .region(heading.length(), whole.length())
                                                .lookingAt())
                        .findFirst()
                : Optional.empty();
    }

    private static String shortened(String whole, Document document) {
        if (SEPARATOR.matcher(whole).find()) {
            var before = BEFORE_LAST.matcher(whole);
            var title = before.matches() ? before.group(1) : whole;
            if (words(title) < 3) {
                var after = AFTER_FIRST.matcher(whole);
                return after.matches() ? after.group(1) : title;
            }
            return title;
        }
        if (whole.contains(": ")) {
            boolean isHeading =
                    document.select("h1, h2").stream()
                            .anyMatch(h -> PlainText.start(h, LONGEST).equals(whole));
            return isHeading ? whole : pastColon(whole);
        }
        if (whole.length() > 150 || whole.length() < 15) {
            var headings = document.getElementsByTag("h1");
            return headings.size() == 1 ? PlainText.start(headings.getFirst(), LONGEST) : whole;
        }
        return whole;
    }

    private static String pastColon(String whole) {
        var title = whole.substring(whole.lastIndexOf(':') + 1);
        if (words(title) < 3) {
            return whole.substring(whole.indexOf(':') + 1);
        }
        return words(whole.substring(0, whole.indexOf(':'))) > 5 ? whole : title;
    }

    private static int words(String text) {
        return (int) Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty()).count();
    }
}
