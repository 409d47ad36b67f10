package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares this reader with ROME on well-formed feeds.
class RomeComparisonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour &amp; Notes</title>
                <link>https://h.example/</link><description>On ships.</description>
                <item><title>One</title><link>https://h.example/1</link>
                <guid isPermaLink="false">g-1</guid><dc:creator>Ida Brandt</dc:creator>
                <pubDate>Sat, 14 Mar 2026 08:30:00 +0100</pubDate><description>Short.</description>
                <content:encoded><![CDATA[<p>Long and <b>bold</b>.</p>]]></content:encoded></item>
                <item><title>Two</title><link>https://h.example/2</link>
                <guid>https://h.example/2</guid><pubDate>13 Mar 2026 08:30:00 GMT</pubDate>
                <description>&lt;p>Only this.&lt;/p></description></item></channel></rss>
                """,
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://h.example/feed"><title>Harbour</title>
                <link>https://h.example/</link><description>On ships.</description></channel>
                <item rdf:about="https://h.example/1"><title>One</title><link>https://h.example/1</link>
                <description>Short.</description><dc:creator>Ida Brandt</dc:creator>
                <dc:date>2026-03-14T08:30:00+01:00</dc:date></item></rdf:RDF>
                """,
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
                <link href="https://h.example/"/><id>tag:h.example,2026:feed</id>
                <subtitle>On ships.</subtitle><updated>2026-03-14T07:30:00Z</updated>
                <entry><title>One</title><link href="https://h.example/1"/>
                <id>tag:h.example,2026:1</id><author><name>Ida Brandt</name></author>
                <published>2026-03-14T08:30:00+01:00</published><updated>2026-03-15T08:30:00+01:00</updated>
                <summary>Short.</summary><content type="html">&lt;p>Long.&lt;/p></content></entry>
                <entry><title>Two</title><link rel="alternate" href="https://h.example/2"/>
                <id>tag:h.example,2026:2</id><author><name>Olav</name></author>
                <updated>2026-03-12T08:30:00Z</updated><content>Plain.</content></entry></feed>
                """
            })
    void romeAndThisReaderAgreeOnWellFormedFeeds(String xml) throws FeedException {
        SyndFeed theirs = new SyndFeedInput().build(new StringReader(xml));
        Feed ours = TestFeeds.feed(xml);
        assertThat(ours.title()).isEqualTo(theirs.getTitle());
        assertThat(ours.siteUrl()).contains(theirs.getLink());
        assertThat(ours.description()).contains(theirs.getDescription());
        assertThat(ours.posts()).hasSameSizeAs(theirs.getEntries());
        for (int i = 0; i < ours.posts().size(); i++) {
            same(ours.posts().get(i), theirs.getEntries().get(i));
        }
    }

    private static void same(Post ours, SyndEntry theirs) {
        assertThat(ours.title()).isEqualTo(theirs.getTitle());
        assertThat(ours.url()).isEqualTo(theirs.getLink());
        assertThat(ours.id()).isEqualTo(theirs.getUri());
        assertThat(ours.author()).isEqualTo(given(theirs.getAuthor()));
        assertThat(ours.published().map(Date::from))
                .isEqualTo(
                        Optional.ofNullable(theirs.getPublishedDate())
                                .or(() -> Optional.ofNullable(theirs.getUpdatedDate())));
        if (theirs.getDescription() != null) {
            assertThat(ours.texts().summary().value())
                    .isEqualTo(theirs.getDescription().getValue());
        }
        assertThat(given(ours.texts().content().value()))
                .isEqualTo(theirs.getContents().stream().map(SyndContent::getValue).findFirst());
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }
}
