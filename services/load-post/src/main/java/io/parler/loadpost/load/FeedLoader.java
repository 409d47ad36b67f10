package io.parler.loadpost.load;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedDiscovery;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedReading;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.load.Loaded.Found;
import io.parler.loadpost.load.Loaded.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gets the feed at an address: the feed itself, or the one that the page there names, or one
/// that lies where feeds commonly lie.
public final class FeedLoader {
    static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                    + "text/html;q=0.8, */*;q=0.5";
    private static final int MAX_NAMED = 3;

    /// After this no further place is tried: the caller has 29 seconds, and a try may take ten.
    private static final Duration SEARCH = Duration.ofSeconds(12);

    private final Web web;
    private final FeedReader reader;
    private final Clock clock;

    public FeedLoader(Web web, FeedReader reader, Clock clock) {
        this.web = web;
        this.reader = reader;
        this.clock = clock;
    }

    public Loaded<Feed> load(String url) {
        var until = clock.instant().plus(SEARCH);
        return switch (web.get(url, ACCEPT)) {
            case Fetch.Refused refused ->
                    new Refused<>(Refusal.of(refused.reason()), refused.detail());
            case Fetch.Found found -> read(found.resource(), until);
        };
    }

    private Loaded<Feed> read(Resource resource, Instant until) {
        var text = resource.text();
        return switch (reader.read(text, resource.address())) {
            case FeedReading.Found found -> new Found<>(found.feed());
            case FeedReading.Unreadable broken ->
                    new Refused<>(Refusal.UNREADABLE_FEED, broken.detail());
            case FeedReading.NotAFeed _ -> discover(resource, text, until);
        };
    }

    private Loaded<Feed> discover(Resource page, String html, Instant until) {
        boolean brokenSeen = false;
        for (var url : places(page, html)) {
            if (!clock.instant().isBefore(until)) {
                break;
            }
            switch (tried(url)) {
                case Candidate.Read(var feed) -> {
                    return new Found<>(feed);
                }
                case Candidate.Broken() -> brokenSeen = true;
                case Candidate.None() -> {}
            }
        }
        return brokenSeen
                ? new Refused<>(
                        Refusal.UNREADABLE_FEED, "The feed that the site names can't be read.")
                : new Refused<>(
                        Refusal.NO_FEED,
                        "There is no feed at that address, and the page there names none.");
    }

    private static List<String> places(Resource page, String html) {
        var named = FeedDiscovery.named(html, page.url());
        var places = new ArrayList<>(named.subList(0, Math.min(MAX_NAMED, named.size())));
        for (var path : FeedDiscovery.commonPaths()) {
            places.add(page.address().origin() + path);
        }
        return places;
    }

    private sealed interface Candidate {
        record Read(Feed feed) implements Candidate {}

        record Broken() implements Candidate {}

        record None() implements Candidate {}
    }

    private Candidate tried(String url) {
        return switch (web.get(url, ACCEPT)) {
            case Fetch.Refused _ -> new Candidate.None();
            case Fetch.Found(var resource) ->
                    switch (reader.read(resource.text(), resource.address())) {
                        case FeedReading.Found(var feed) -> new Candidate.Read(feed);
                        case FeedReading.Unreadable _ -> new Candidate.Broken();
                        case FeedReading.NotAFeed _ -> new Candidate.None();
                    };
        };
    }

    /// Whether a text is a feed; a page's address may lead to one.
    Optional<Feed> feedIn(Resource resource, String text) {
        return reader.read(text, resource.address()) instanceof FeedReading.Found(var feed)
                ? Optional.of(feed)
                : Optional.empty();
    }
}
