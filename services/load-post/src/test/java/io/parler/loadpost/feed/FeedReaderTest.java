package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.Fixtures;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String RSS =
            """
            <rss version="2.0"><channel><title>T</title><link>https://t.example/</link>
            <description>D</description>
            <item><title>One</title><link>/one</link><guid isPermaLink="false">g1</guid>
            <pubDate>Sat, 14 Mar 2026 08:30:00 +0100</pubDate>
            <description>First &amp;amp; foremost</description></item>
            </channel></rss>
            """;

    @Test
    void anAtomFeedIsRead() throws Exception {
        var feed = read(Fixtures.read("feed.xml"));
        assertThat(feed.title()).isEqualTo("Harbour Notes");
        assertThat(feed.description()).contains("Ships & lights.");
        assertThat(feed.siteUrl()).contains("https://harbour.example/");
        assertThat(feed.imageUrl()).contains("https://harbour.example/images/logo.png");
        var post = feed.posts().get(1);
        assertThat(post.id()).isEqualTo("tag:harbour.example,2026:lighthouse");
        assertThat(post.url()).isEqualTo("https://harbour.example/2026/lighthouse/");
        assertThat(post.title()).isEqualTo("How a lighthouse counts ships");
        assertThat(post.author()).contains("Ida Brandt");
        assertThat(post.published()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(post.summary())
                .contains("Every night the keeper wrote down how many ships had passed.");
        assertThat(post.imageUrl()).contains("https://harbour.example/images/log.jpg");
        assertThat(post.content().orElse("")).startsWith("<p>Every night");
        assertThat(feed.posts().getFirst().content()).isEmpty();
    }

    @Test
    void anRssFeedIsRead() throws Exception {
        var post = read(RSS).posts().getFirst();
        assertThat(post.id()).isEqualTo("g1");
        assertThat(post.url()).isEqualTo("https://harbour.example/one");
        assertThat(post.published()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(post.summary()).contains("First & foremost");
    }

    @Test
    void aJsonFeedIsRead() throws Exception {
        var feed =
                read(
                        """
                        {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "de",
                         "home_page_url": "https://t.example/", "authors": null,
                         "items": [{"id": 7, "url": "/seven", "title": "A < B", "authors": [{"name": "Ida"}],
                           "date_published": "2026-03-14T08:30:00+01:00",
                           "content_html": "<p>Hello \\u00e4nd <b>more</b></p>"}]}
                        """);
        var post = feed.posts().getFirst();
        assertThat(feed.language()).contains("de");
        assertThat(post.id()).isEqualTo("7");
        assertThat(post.title()).isEqualTo("A < B");
        assertThat(post.author()).contains("Ida");
        assertThat(post.url()).isEqualTo("https://harbour.example/seven");
        assertThat(post.published()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(post.summary()).contains("Hello änd more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk before the prolog <?xml version='1.0'?>",
                "\ufeff\n\n <?xml version='1.0'?>",
                "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//N//DTD' 'https://x.example/r.dtd'>",
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>"
                        + "<!ENTITY b '&a;&a;'> ]>",
                "<?xml version='1.0' encoding='no-such-set'?>"
            })
    void whatStandsBeforeTheFeedDoesNotMatter(String before) throws Exception {
        assertThat(read(before + RSS).posts().getFirst().title()).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<undeclared:x>y</undeclared:x>",
                "<p>an open element",
                "&nbsp;&eacute;&nosuchentity;",
                "an & alone, and < too",
                "\u0000\u0001\u001f"
            })
    void whatIsNoXmlIsReadAllTheSame(String inside) throws Exception {
        var broken = RSS.replace("First &amp;amp; foremost", inside);
        assertThat(read(broken).posts().getFirst().title()).isEqualTo("One");
    }

    @Test
    void anEntityOfADoctypeIsNotResolved() throws Exception {
        var bomb =
                "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'> ]>"
                        + RSS.replace("First", "&a;");
        assertThat(read(bomb).posts().getFirst().summary().orElse("")).contains("foremost");
    }

    @Test
    void aPostWithoutGuidIsKnownByItsAddressAndWithoutThatByAHash() throws Exception {
        var noGuid = RSS.replaceAll("<guid.*?</guid>", "");
        assertThat(read(noGuid).posts().getFirst().id()).isEqualTo("https://harbour.example/one");
        var noLink = noGuid.replaceAll("<link>/one</link>", "");
        var id = read(noLink).posts().getFirst().id();
        assertThat(id).startsWith("sha256:");
        assertThat(read(noLink).posts().getFirst().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "<!DOCTYPE html><html><body><p>A page on <code>&lt;rss&gt;</code></body></html>",
                "<html><head><title>rss</title></head><body><feed></feed></body></html>",
                "{\"a\": 1}"
            })
    void aPageIsNoFeed(String text) throws Exception {
        assertThat(new FeedReader().read(text, address())).isInstanceOf(FeedReading.NotAFeed.class);
    }

    @Test
    void aSummaryIsCutBetweenWords() throws Exception {
        var summary =
                read(RSS.replace("First &amp;amp; foremost", "word ".repeat(200)))
                        .posts()
                        .getFirst()
                        .summary()
                        .orElseThrow();
        assertThat(summary).endsWith("word…").hasSizeLessThanOrEqualTo(300);
    }

    private static Feed read(String text) throws Exception {
        var reading = new FeedReader().read(text, address());
        assertThat(reading).isInstanceOf(FeedReading.Found.class);
        return ((FeedReading.Found) reading).feed();
    }

    private static WebAddress address() throws Exception {
        return WebAddress.parse("https://harbour.example/feed.xml");
    }
}
