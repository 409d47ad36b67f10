package io.parler.loadpost.load;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.Reading;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.page.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins an article that is spread over several pages. A page that can't be had ends it there:
/// half a text is better than none.
final class FurtherPages {
    private static final Logger log = LoggerFactory.getLogger(FurtherPages.class);
    private static final int MOST_PAGES = 10;

    /// The caller has 29 seconds, and one page may take ten.
    private static final Duration ENOUGH = Duration.ofSeconds(14);

    private final Web web;
    private final ArticleReader reader;
    private final InstantSource clock;

    FurtherPages(Web web, ArticleReader reader, InstantSource clock) {
        this.web = web;
        this.reader = reader;
        this.clock = clock;
    }

    /// @param url of the first page
    Article joined(Article first, Page firstPage, String url) {
        var until = clock.instant().plus(ENOUGH);
        var article = first;
        var page = firstPage;
        Set<String> seen = new HashSet<>(Set.of(url));
        for (int number = 2; number <= MOST_PAGES; number++) {
            var address = page.continuation(url, number).filter(seen::add);
            if (address.isEmpty()) {
                return article;
            }
            var next =
                    clock.instant().isBefore(until)
                            ? fetched(address.get())
                            : Optional.<Page>empty();
            if (next.isEmpty() || !(reader.read(next.get()) instanceof Reading.Found(var part))) {
                log.atWarn()
                        .addKeyValue("page", number)
                        .log("a further page of an article could not be had");
                return article;
            }
            if (!first.isContinuedBy(part)) {
                return article;
            }
            article = article.continuedBy(part);
            page = next.get();
        }
        return article;
    }

    private Optional<Page> fetched(String url) {
        return web.get(url, ArticleLoader.ACCEPT) instanceof Fetch.Found(var resource)
                ? Page.parse(resource.text(), resource.url())
                : Optional.empty();
    }
}
