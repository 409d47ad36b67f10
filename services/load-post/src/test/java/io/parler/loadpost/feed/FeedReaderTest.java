package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.Fixtures;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Valid feeds, broken feeds, and texts that are no feeds.
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
    void aWholeFeedIsRead() {
        Feed feed = TestFeeds.feed(Fixtures.read("feed.xml"));
        assertThat(feed.title()).isEqualTo("Harbour Notes");
        assertThat(feed.description()).contains("Ships & lights.");
        assertThat(feed.siteUrl()).contains("https://harbour.example/");
        assertThat(feed.language()).contains("en-GB");
        assertThat(feed.imageUrl()).contains("https://harbour.example/images/logo.png");
        Post post = feed.posts().get(1);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk before the prolog <?xml version='1.0'?>",
                "<br />\n<b>Warning</b>: no such file\n<?xml version='1.0'?>",
                "\ufeff\n\n <?xml version='1.0'?>",
                "<!-- <html><body> --><?xml-stylesheet href='x.xsl'?>",
                "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//N//DTD' 'https://x.example/r.dtd'>",
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>"
                        + "<!ENTITY b '&a;&a;'> ]>",
                "<?xml version='1.0' encoding='no-such-set'?>"
            })
    void textBeforeTheFeedIsIgnored(String before) {
        assertThat(TestFeeds.feed(before + RSS).posts().getFirst().title()).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<undeclared:x>y</undeclared:x>",
                "<p>an open element",
                "</closed></twice>",
                "&nbsp;&eacute;&nosuchentity;",
                "an & alone, and < too",
                "<a href=unquoted>",
                "<![CDATA[ <b>an open section",
                "\u0000\u0001\u001f"
            })
    void invalidXmlIsReadAllTheSame(String inside) {
        String broken = RSS.replace("First &amp;amp; foremost", inside);
        assertThat(TestFeeds.feed(broken).posts().getFirst().title()).isEqualTo("One");
    }

    @Test
    void aTruncatedFeedKeepsItsCompletePosts() {
        Post post = TestFeeds.feed(RSS.substring(0, RSS.indexOf("foremost"))).posts().getFirst();
        assertThat(post.title()).isEqualTo("One");
        assertThat(post.summary()).contains("First &");
    }

    @Test
    void onlyPlainTextEntitiesOfADoctypeAreResolved() {
        String doctype =
                """
                <!DOCTYPE rss [<!ENTITY place "Harbour"><!ENTITY file SYSTEM 'file:///etc/hostname'>
                <!ENTITY nested "&place;&place;">]>
                """;
        Post post =
                TestFeeds.feed(doctype + RSS.replace("First", "&place; &file; &nested;"))
                        .posts()
                        .getFirst();
        assertThat(post.summary().orElse(""))
                .startsWith("Harbour &file; &nested;")
                .endsWith("foremost");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ''",
        "UTF-8, ISO-8859-1, ''",
        "UTF-8, utf-16, ''",
        "windows-1252, ISO-8859-1, ''",
        "windows-1252, UTF-8, ''",
        "windows-1252, no-such-set, text/xml; charset=windows-1252",
        "UTF-16LE, UTF-16, ''",
        "UTF-16BE, UTF-8, application/rss+xml",
        "UTF-32LE, UTF-32, ''",
        "UTF-32BE, UTF-8, ''"
    })
    void aFeedIsReadInItsEncoding(String encoding, String declared, String contentType) {
        String xml =
                "<?xml version='1.0' encoding='" + declared + "'?>" + RSS.replace("One", "Øst “1”");
        for (String mark : new String[] {"", "\ufeff"}) {
            if (encoding.startsWith("windows") && !mark.isEmpty()) {
                continue; // it has none
            }
            byte[] bytes = (mark + xml).getBytes(Charset.forName(encoding));
            assertThat(TestFeeds.feed(bytes, contentType).posts().getFirst().title())
                    .isEqualTo("Øst “1”");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "<note><to>You</to></note>",
                "<!DOCTYPE html><html><body><p>A page on <code>&lt;rss&gt;</code></body></html>",
                "<html><head><title>rss</title></head><body><feed></feed></body></html>",
                "{\"a\": 1}"
            })
    void aWebPageIsNoFeed(String text) {
        assertThat(TestFeeds.reading(text)).isInstanceOf(FeedResult.NotAFeed.class);
    }

    @Test
    void aFeedWithoutPostsIsAFeed() {
        assertThat(TestFeeds.feed("<rss><channel><title>T</title></channel></rss>").posts())
                .isEmpty();
        assertThat(TestFeeds.feed("<rss/>").posts()).isEmpty();
    }

    @Test
    void aBrokenFeedIsUnreadable() {
        assertThat(TestFeeds.reading("{\"items\": [broken"))
                .isInstanceOf(FeedResult.Unreadable.class);
    }
}
