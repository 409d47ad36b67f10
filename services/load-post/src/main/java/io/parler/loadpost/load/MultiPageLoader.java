package io.parler.loadpost.load;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads the further pages of an article and joins them. When a page can't be loaded, the article
/// ends there: half of the text is better than none.
final class MultiPageLoader {
    private static final Logger LOG = LoggerFactory.getLogger(MultiPageLoader.class);
    private static final int MAX_PAGES = 10;

    /// After this no further page is loaded. The deadline of the request may end it earlier.
    private static final Duration TIME_LIMIT = Duration.ofSeconds(14);

    private final WebClient web;
    private final ArticleReader reader;
    private final InstantSource clock;

    MultiPageLoader(WebClient web, ArticleReader reader, InstantSource clock) {
        this.web = web;
        this.reader = reader;
        this.clock = clock;
    }

    /// @param url of the first page
    Article withFurtherPages(Article first, Page firstPage, String url) {
        Instant end = clock.instant().plus(TIME_LIMIT);
        Article article = first;
        Page page = firstPage;
        Set<String> seen = new HashSet<>(Set.of(url));
        for (int number = 2; number <= MAX_PAGES; number++) {
            Optional<String> nextUrl = page.continuation(url, number).filter(seen::add);
            if (nextUrl.isEmpty()) {
                return article;
            }
            Optional<Page> next =
                    clock.instant().isBefore(end) ? fetch(nextUrl.get()) : Optional.empty();
            if (next.isEmpty()
                    || !(reader.read(next.get()) instanceof ArticleResult.Found(Article part))) {
                LOG.atWarn()
                        .addKeyValue("page", number)
                        .log("a further page of an article could not be loaded");
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

    private Optional<Page> fetch(String url) {
        return web.get(url, ArticleLoader.ACCEPT) instanceof FetchResult.Found(Resource resource)
                ? Page.parse(resource.text(), resource.url())
                : Optional.empty();
    }
}
