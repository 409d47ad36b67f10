package io.parler.loadpost.page;

import io.parler.loadpost.dom.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Finds the links to a page's AMP version and to its next page.
final class PageLinks {
    private static final int MAX_LINKS = 40;
    private static final Pattern PAGES =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:page-?links?|post-page-numbers|page-numbers|pagination|paginat(?:or|ed)|pager|pages"
                            + "|next-?page|nextpostslink|multipage)(?:$|[\\s_-])");
    private static final int MAX_ANCESTORS = 3;

    private PageLinks() {}

    static Optional<String> ampUrl(Document document) {
        return Optional.ofNullable(document.selectFirst("link[rel=amphtml][href]"))
                .map(link -> link.absUrl("href"))
                .filter(url -> !url.isEmpty());
    }

    /// The addresses that may be the next page, the most likely first.
    static List<String> nextPages(Document document) {
        Elements named =
                document.select(
                        "link[rel~=(?i)^next$][href], a[rel~=(?i)(^|\\s)next(\\s|$)][href]");
        Stream<Element> numbered =
                document.getElementsByTag("a").stream()
                        .filter(PageLinks::isAmongPages)
                        .limit(MAX_LINKS);
        return Stream.concat(named.stream().limit(MAX_LINKS), numbered)
                .map(link -> link.absUrl("href"))
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isAmongPages(Element link) {
        Element element = link;
        for (int i = 0; i < MAX_ANCESTORS && element != null; i++) {
            if (element.hasAttr("class") && PAGES.matcher(ClassNames.of(element)).find()) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }
}
