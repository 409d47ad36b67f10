package io.parler.loadpost.load;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedDiscovery;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.load.LoadResult.Failed;
import io.parler.loadpost.load.LoadResult.Found;
import io.parler.problem.ProblemType;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Loads the feed of an address: the feed itself, the one that the page there links to, or one at
/// a common path.
public final class FeedLoader {
    static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                    + "text/html;q=0.8, */*;q=0.5";
    private static final int MAX_LINKED_FEEDS = 3;

    /// After this no other address is tried. The deadline of the request may end the search
    /// earlier.
    private static final Duration SEARCH_LIMIT = Duration.ofSeconds(12);

    private final WebClient web;
    private final FeedReader reader;
    private final InstantSource clock;

    public FeedLoader(WebClient web, FeedReader reader, InstantSource clock) {
        this.web = web;
        this.reader = reader;
        this.clock = clock;
    }

    public LoadResult<Feed> load(String url) {
        Instant searchEnd = clock.instant().plus(SEARCH_LIMIT);
        return switch (web.get(url, ACCEPT)) {
            case FetchResult.Failed failed -> new Failed<>(failed.problem(), failed.detail());
            case FetchResult.Found found -> read(refreshed(found.resource()), searchEnd);
        };
    }

    /// Loads the feed at exactly this address, as the search found it before. Another feed of the
    /// site is not looked for: it may be one of other posts.
    public LoadResult<Feed> loadAgain(String feedUrl) {
        return switch (web.get(feedUrl, ACCEPT)) {
            case FetchResult.Failed failed ->
                    new Failed<>(failed.problem(), failed.detail(), failed.retryAfter());
            case FetchResult.Found(Resource resource) ->
                    switch (reader.read(resource.text(), resource.address())) {
                        case FeedResult.Found(Feed feed) -> new Found<>(feed);
                        case FeedResult.Unreadable unreadable ->
                                new Failed<>(ProblemType.UNREADABLE_FEED, unreadable.detail());
                        case FeedResult.NotAFeed _ ->
                                new Failed<>(
                                        ProblemType.NO_FEED,
                                        "There is no feed at that address any more.");
                    };
        };
    }

    /// Where a page without a text leads to, or the page itself.
    private Resource refreshed(Resource resource) {
        return Refresh.target(resource.text(), resource.url())
                .map(target -> web.get(target, ACCEPT))
                .map(
                        result ->
                                result instanceof FetchResult.Found(Resource target)
                                        ? target
                                        : resource)
                .orElse(resource);
    }

    private LoadResult<Feed> read(Resource resource, Instant searchEnd) {
        String text = resource.text();
        return switch (reader.read(text, resource.address())) {
            case FeedResult.Found found -> new Found<>(found.feed());
            case FeedResult.Unreadable unreadable ->
                    new Failed<>(ProblemType.UNREADABLE_FEED, unreadable.detail());
            case FeedResult.NotAFeed _ -> discover(resource, text, searchEnd);
        };
    }

    private LoadResult<Feed> discover(Resource page, String html, Instant searchEnd) {
        boolean unreadableFound = false;
        for (String url : candidates(page, html)) {
            if (!clock.instant().isBefore(searchEnd)) {
                break;
            }
            switch (web.get(url, ACCEPT)) {
                case FetchResult.Failed _ -> {}
                case FetchResult.Found(Resource resource) -> {
                    switch (reader.read(resource.text(), resource.address())) {
                        case FeedResult.Found(Feed feed) -> {
                            return new Found<>(feed);
                        }
                        case FeedResult.Unreadable _ -> unreadableFound = true;
                        case FeedResult.NotAFeed _ -> {}
                    }
                }
            }
        }
        if (Deadline.current().filter(Deadline::hasPassed).isPresent()) {
            return new Failed<>(
                    ProblemType.SITE_TIMEOUT, page.address().host() + " did not answer in time.");
        }
        return unreadableFound
                ? new Failed<>(
                        ProblemType.UNREADABLE_FEED, "The feed that the site names can't be read.")
                : new Failed<>(
                        ProblemType.NO_FEED,
                        "There is no feed at that address, and the page there names none.");
    }

    private static List<String> candidates(Resource page, String html) {
        List<String> linked = FeedDiscovery.linkedFeeds(html, page.links(), page.url());
        List<String> candidates =
                new ArrayList<>(linked.subList(0, Math.min(MAX_LINKED_FEEDS, linked.size())));
        for (String path : FeedDiscovery.commonPaths()) {
            candidates.add(page.address().origin() + path);
        }
        return candidates;
    }

    /// The feed in a text, if it is one: a page's address may lead to a feed.
    Optional<Feed> feedIn(Resource resource, String text) {
        return reader.read(text, resource.address()) instanceof FeedResult.Found(Feed feed)
                ? Optional.of(feed)
                : Optional.empty();
    }
}
