package io.parler.loadpost.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.Fixtures;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.problem.ProblemType;
import io.parler.testing.SettableClock;
import io.parler.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedLoaderTest {
    private static final String FEED = Fixtures.read("feed.xml");
    private static final String COMMENTS = FEED.replace("Harbour Notes", "Comments");

    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private final FakeWebClient sites = new FakeWebClient();

    @Test
    void aFeedIsLoadedByItsOwnAddress() {
        sites.xml("https://harbour.example/feed.xml", FEED);
        assertThat(feed("https://harbour.example/feed.xml").title()).isEqualTo("Harbour Notes");
    }

    @Test
    void theFeedThatAPageLinksToIsFoundAndItsCommentsAreNot() {
        sites.html("https://harbour.example/2026/lighthouse/", Fixtures.read("post.html"))
                .xml("https://harbour.example/2026/lighthouse/comments/feed.xml", COMMENTS)
                .xml("https://harbour.example/feed.xml", FEED);
        Feed feed = feed("https://harbour.example/2026/lighthouse/");
        assertThat(feed.title()).isEqualTo("Harbour Notes");
        assertThat(feed.feedUrl()).isEqualTo("https://harbour.example/feed.xml");
    }

    @Test
    void linksAreResolvedAgainstTheBaseOfThePage() {
        sites.html(
                        "https://harbour.example/",
                        """
                        <base href="https://cdn.example/x/">
                        <link rel="alternate" type="application/rss+xml" href="rss.xml">
                        """)
                .xml("https://cdn.example/x/rss.xml", FEED);
        assertThat(feed("https://harbour.example/").feedUrl())
                .isEqualTo("https://cdn.example/x/rss.xml");
    }

    @Test
    void theFeedOfAllPostsComesBeforeThatOfACategory() {
        sites.html(
                        "https://harbour.example/",
                        """
                        <link rel="alternate" type="application/rss+xml" href="/category/ships/feed">
                        <link rel="alternate" type="application/rss+xml" href="/all.xml">
                        """)
                .xml("https://harbour.example/category/ships/feed", COMMENTS)
                .xml("https://harbour.example/all.xml", FEED);
        assertThat(feed("https://harbour.example/").feedUrl())
                .isEqualTo("https://harbour.example/all.xml");
    }

    @Test
    void commonPathsAreTriedWhereThePageLinksToNoFeed() {
        sites.html("https://harbour.example/blog", "<p>No link here</p>")
                .xml("https://harbour.example/rss.xml", FEED);
        assertThat(feed("https://harbour.example/blog").feedUrl())
                .isEqualTo("https://harbour.example/rss.xml");
    }

    @Test
    void aFeedThatTheHeaderNamesIsFound() throws InvalidAddressException {
        sites.resource(
                        "https://harbour.example/",
                        new Resource(
                                WebAddress.parse("https://harbour.example/"),
                                "text/html",
                                "",
                                "</style.css>; rel=preload, </all.xml>; rel=\"alternate\"; type=\"application/rss+xml\"",
                                "<p>No link here</p>".getBytes(StandardCharsets.UTF_8)))
                .xml("https://harbour.example/all.xml", FEED);

        assertThat(feed("https://harbour.example/").feedUrl())
                .isEqualTo("https://harbour.example/all.xml");
    }

    @Test
    void aPageThatOnlyLeadsElsewhereIsFollowed() {
        sites.html(
                        "https://harbour.example/",
                        "<meta http-equiv=refresh content='0;url=/blog/'><p>Moved</p>")
                .html(
                        "https://harbour.example/blog/",
                        "<link rel='alternate' type='application/rss+xml' href='/all.xml'>")
                .xml("https://harbour.example/all.xml", FEED);

        assertThat(feed("https://harbour.example/").feedUrl())
                .isEqualTo("https://harbour.example/all.xml");
    }

    @Test
    void aSiteWithoutFeedIsAProblem() {
        sites.html("https://harbour.example/", "<p>No link here</p>");
        assertThat(problem("https://harbour.example/")).isEqualTo(ProblemType.NO_FEED);
        assertThat(sites.requests()).hasSizeLessThan(10);
    }

    @Test
    void aFailedFetchIsItsProblem() {
        sites.failing("https://harbour.example/", ProblemType.SITE_TIMEOUT);
        assertThat(problem("https://harbour.example/")).isEqualTo(ProblemType.SITE_TIMEOUT);
    }

    @Test
    void noOtherAddressIsTriedAfterTwelveSeconds() {
        sites.html("https://harbour.example/", "<p>No link here</p>")
                .onRequest(_ -> clock.advance(Duration.ofSeconds(4)));
        assertThat(problem("https://harbour.example/")).isEqualTo(ProblemType.NO_FEED);
        assertThat(sites.requests())
                .containsExactly(
                        "https://harbour.example/",
                        "https://harbour.example/feed",
                        "https://harbour.example/feed.xml");
    }

    @Test
    void aSearchThatTheDeadlineEndsIsATimeout() throws Exception {
        AtomicLong nanoTime = new AtomicLong();
        sites.html("https://harbour.example/", "<p>No link here</p>")
                .onRequest(_ -> nanoTime.addAndGet(Duration.ofSeconds(4).toNanos()));
        ProblemType problem =
                Deadline.in(Duration.ofSeconds(10), nanoTime::get)
                        .call(() -> problem("https://harbour.example/"));
        assertThat(problem).isEqualTo(ProblemType.SITE_TIMEOUT);
    }

    private Feed feed(String url) {
        LoadResult<Feed> loaded = loader().load(url);
        assertThat(loaded).isInstanceOf(LoadResult.Found.class);
        return ((LoadResult.Found<Feed>) loaded).value();
    }

    private ProblemType problem(String url) {
        LoadResult<Feed> loaded = loader().load(url);
        assertThat(loaded).isInstanceOf(LoadResult.Failed.class);
        return ((LoadResult.Failed<Feed>) loaded).problem();
    }

    private FeedLoader loader() {
        return new FeedLoader(sites, new FeedReader(), clock);
    }
}
