package io.parler.loadpost.page;

import io.parler.loadpost.dom.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Where a page says that it goes on, or stands in another form.
final class PageLinks {
    private static final int MANY = 40;
    private static final Pattern PAGES =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:page-?links?|post-page-numbers|page-numbers|pagination|paginat(?:or|ed)|pager|pages"
                            + "|next-?page|nextpostslink|multipage)(?:$|[\\s_-])");
    private static final int LOOKED_UP = 3;

    private PageLinks() {}

    static Optional<String> accelerated(Document document) {
        return Optional.ofNullable(document.selectFirst("link[rel=amphtml][href]"))
                .map(link -> link.absUrl("href"))
                .filter(url -> !url.isEmpty());
    }

    /// Links that say they lead to the next page, the surest first.
    static List<String> following(Document document) {
        var named =
                document.select(
                        "link[rel~=(?i)^next$][href], a[rel~=(?i)(^|\\s)next(\\s|$)][href]");
        var numbered =
                document.getElementsByTag("a").stream().filter(PageLinks::isAmongPages).limit(MANY);
        return Stream.concat(named.stream().limit(MANY), numbered)
                .map(link -> link.absUrl("href"))
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isAmongPages(Element link) {
        var element = link;
        for (int i = 0; i < LOOKED_UP && element != null; i++) {
            if (element.hasAttr("class") && PAGES.matcher(ClassNames.of(element)).find()) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }
}
