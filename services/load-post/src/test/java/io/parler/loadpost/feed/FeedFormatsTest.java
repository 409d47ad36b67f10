package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same feed in every format, and namespaces with unusual prefixes.
class FeedFormatsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // RSS 0.91, 2.0 and what calls itself so
                """
                <rss version="0.91"><channel><title>Harbour</title><link>https://h.example/</link>
                <description>Ships</description><item><title>One</title><link>https://h.example/1</link>
                <description>First</description></item></channel></rss>""",
                """
                <RSS><Channel><Title>Harbour</Title><Link>https://h.example/</Link>
                <Description>Ships</Description><Item><Title>One</Title><Link>https://h.example/1</Link>
                <Description>First</Description></Item></Channel></RSS>""",
                """
                <rss xmlns="http://backend.userland.com/rss2"><channel><title>Harbour</title>
                <link>https://h.example/</link><description>Ships</description></channel>
                <item><title>One</title><link>https://h.example/1</link>
                <description>First</description></item></rss>""",
                """
                <r:rss xmlns:r="http://nowhere.example/my-rss"><r:channel><r:title>Harbour</r:title>
                <r:link>https://h.example/</r:link><r:description>Ships</r:description><r:item>
                <r:title>One</r:title><r:link>https://h.example/1</r:link>
                <r:description>First</r:description></r:item></r:channel></r:rss>""",
                // RSS 0.90, 1.0, 1.1
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Harbour</title>
                <link>https://h.example/</link><description>Ships</description></channel>
                <item><title>One</title><link>https://h.example/1</link>
                <description>First</description></item></rdf:RDF>""",
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://h.example/feed">
                <title>Harbour</title><link>https://h.example/</link><description>Ships</description>
                <items><rdf:Seq><rdf:li resource="https://h.example/1"/></rdf:Seq></items></channel>
                <item rdf:about="https://h.example/1"><title>One</title><link>https://h.example/1</link>
                <description>First</description></item></rdf:RDF>""",
                """
                <Channel xmlns="http://purl.org/net/rss1.1#"><title>Harbour</title>
                <link>https://h.example/</link><description>Ships</description><items><item>
                <title>One</title><link>https://h.example/1</link><description>First</description>
                </item></items></Channel>""",
                // Atom 0.3, 1.0, and with a prefix
                """
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour</title>
                <link rel="alternate" type="text/html" href="https://h.example/"/>
                <tagline>Ships</tagline><entry><title>One</title>
                <link rel="alternate" type="text/html" href="https://h.example/1"/>
                <summary>First</summary></entry></feed>""",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
                <link rel="self" href="https://h.example/feed"/><link href="https://h.example/"/>
                <subtitle>Ships</subtitle><entry><title>One</title><link href="https://h.example/1"/>
                <summary>First</summary></entry></feed>""",
                """
                <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour</a:title>
                <a:link href="https://h.example/"/><a:subtitle>Ships</a:subtitle><a:entry>
                <a:title>One</a:title><a:link href="https://h.example/1"/>
                <a:summary>First</a:summary></a:entry></a:feed>""",
                // JSON Feed 1.0, 1.1; CDF
                """
                {"version": "https://jsonfeed.org/version/1", "title": "Harbour",
                 "home_page_url": "https://h.example/", "description": "Ships",
                 "items": [{"id": "1", "title": "One", "url": "https://h.example/1", "summary": "First"}]}""",
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour",
                 "home_page_url": "https://h.example/", "description": "Ships",
                 "items": [{"title": "One", "external_url": "https://h.example/1", "content_text": "First"}]}""",
                """
                <CHANNEL HREF="https://h.example/"><TITLE>Harbour</TITLE><ABSTRACT>Ships</ABSTRACT>
                <ITEM HREF="https://h.example/1"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM>
                </CHANNEL>"""
            })
    void aFeedIsTheSameInEveryFormat(String text) {
        Feed feed = TestFeeds.feed(text);
        assertThat(feed.title()).isEqualTo("Harbour");
        assertThat(feed.siteUrl()).contains("https://h.example/");
        assertThat(feed.description()).contains("Ships");
        assertThat(feed.posts()).hasSize(1);
        Post post = feed.posts().getFirst();
        assertThat(post.title()).isEqualTo("One");
        assertThat(post.url()).isEqualTo("https://h.example/1");
        assertThat(post.summary()).contains("First");
        assertThat(post.texts().summary().value()).isEqualTo("First");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://purl.org/dc/elements/1.1/",
                "https://purl.org/DC/elements/1.1",
                "http://purl.org/dc/elements/1.0/"
            })
    void aModuleIsRecognizedByItsNamespaceWhateverItsPrefix(String namespace) {
        Post post = TestFeeds.item("<x:creator xmlns:x='" + namespace + "'>Ida Brandt</x:creator>");
        assertThat(post.author()).contains("Ida Brandt");
    }

    @Test
    void anUnboundPrefixStandsForItsCommonNamespace() {
        assertThat(TestFeeds.item("<dc:creator>Ida</dc:creator>").author()).contains("Ida");
        assertThat(
                        TestFeeds.item("<dc:creator xmlns:dc='http://dc.example/'>Ida</dc:creator>")
                                .author())
                .contains("Ida");
    }

    @Test
    void anElementOfAnotherNamespaceIsIgnored() {
        Post post =
                TestFeeds.item(
                        """
                        <x:description xmlns:x="http://x.example/">another's</x:description>
                        <x:link xmlns:x="http://x.example/">https://x.example/</x:link>
                        <description>the feed's</description><link>https://h.example/1</link>
                        """);
        assertThat(post.summary()).contains("the feed's");
        assertThat(post.url()).isEqualTo("https://h.example/1");
    }

    @Test
    void aJsonFeedHasAuthorsAttachmentsAndTwoDates() {
        Post post =
                TestFeeds.feed(
                                """
                                {"version": "https://jsonfeed.org/version/1.1", "title": "T",
                                 "authors": [{"name": "Ida"}, {"name": "Olav"}],
                                 "items": [{"id": 7, "content_text": "1 < 2", "image": "/p.png",
                                  "date_published": "2026-03-14T08:30:00+01:00", "date_modified": "2026-03-15",
                                  "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 99}]}]}
                                """)
                        .posts()
                        .getFirst();
        assertThat(post.id()).isEqualTo("7");
        assertThat(post.author()).contains("Ida, Olav");
        assertThat(post.content()).contains("1 &lt; 2");
        assertThat(post.imageUrl()).contains("https://harbour.example/p.png");
        assertThat(post.published()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(post.updated()).contains(Instant.parse("2026-03-15T00:00:00Z"));
        assertThat(post.enclosures())
                .containsExactly(new Enclosure("https://harbour.example/a.mp3", "audio/mpeg", 99));
    }

    @Test
    void theEpisodesOfAPodcastAreRead() {
        Feed feed =
                TestFeeds.channel(
                        """
                        <itunes:author xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">Ida</itunes:author>
                        <itunes:image href="/cover.jpg"/><itunes:summary>On ships</itunes:summary>
                        <item><itunes:title>One</itunes:title><itunes:image href="/one.jpg"/>
                        <enclosure url="https://h.example/1.mp3" type="audio/mpeg" length="1234"/></item>
                        """);
        Post post = feed.posts().getFirst();
        assertThat(feed.author()).contains("Ida");
        assertThat(feed.description()).contains("On ships");
        assertThat(feed.imageUrl()).contains("https://harbour.example/cover.jpg");
        assertThat(post.title()).isEqualTo("One");
        assertThat(post.imageUrl()).contains("https://harbour.example/one.jpg");
        assertThat(post.enclosures())
                .containsExactly(new Enclosure("https://h.example/1.mp3", "audio/mpeg", 1234));
    }
}
