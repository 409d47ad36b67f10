package io.parler.loadpost.follow;

import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.fetch.WebClient;
import io.parler.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A blog with a feed of its newest posts, for tests.
final class FollowedBlog implements WebClient {
    static final String FEED = "https://harbour.example/feed.xml";

    final List<Entry> entries = new ArrayList<>();
    final List<Instant> polls = new ArrayList<>();
    private final InstantSource clock;
    String channel = "";
    String retryAfter = "";
    int status = 200;
    int window = 10;
    String feedUrl = FEED;
    Runnable onRequest = () -> {};

    /// One entry of the feed.
    record Entry(String guid, String link, String title, String text, Instant date) {
        Entry guid(String other) {
            return new Entry(other, link, title, text, date);
        }

        Entry link(String other) {
            return new Entry(guid, other, title, text, date);
        }

        Entry text(String other) {
            return new Entry(guid, link, title, other, date);
        }

        Entry date(Instant other) {
            return new Entry(guid, link, title, text, other);
        }
    }

    FollowedBlog(InstantSource clock) {
        this.clock = clock;
    }

    static Entry entry(String name, Instant date) {
        return new Entry(
                "tag:" + name,
                "https://harbour.example/posts/" + name + "/",
                "What happened at the harbour: " + name,
                ("The keeper of " + name + " went up, looked out, and wrote down what he saw. ")
                        .repeat(3),
                date);
    }

    /// Publishes a post, the newest of the feed.
    Entry publish(String name) {
        Entry entry = entry(name, clock.instant());
        entries.addFirst(entry);
        return entry;
    }

    String xml() {
        return "<rss version='2.0'><channel><title>Harbour</title>"
                + channel
                + entries.stream()
                        .limit(window)
                        .map(FollowedBlog::item)
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private static String item(Entry entry) {
        return "<item><guid isPermaLink='false'>"
                + entry.guid()
                + "</guid>"
                + (entry.link().isEmpty() ? "" : "<link>" + entry.link() + "</link>")
                + "<title>"
                + entry.title()
                + "</title><pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.date().atOffset(ZoneOffset.UTC))
                + "</pubDate><description>"
                + entry.text()
                + "</description></item>";
    }

    @Override
    public FetchResult get(String url, String accept) {
        polls.add(clock.instant());
        onRequest.run();
        if (status != 200) {
            return new FetchResult.Failed(
                    ProblemType.SITE_REFUSED, "The site answered " + status + ".", retryAfter);
        }
        try {
            return new FetchResult.Found(
                    new Resource(
                            WebAddress.parse(feedUrl),
                            "application/rss+xml",
                            xml().getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidAddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
