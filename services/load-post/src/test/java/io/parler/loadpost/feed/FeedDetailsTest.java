package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Links, ids, authors, dates, languages and images.
class FeedDetailsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link>https://h.example/a?x=1&y=2</link>|https://h.example/a?x=1&y=2",
                "<link>https://H.example</link>|https://H.example",
                "<link>  https://h.example/a  </link>|https://h.example/a",
                "<link>/a</link>|https://harbour.example/a",
                "<link xml:base='https://b.example/x/'>a</link>|https://b.example/x/a",
                "<link>https://h.example/1</link><link>https://h.example/2</link>|https://h.example/2",
                "<guid>https://h.example/a</guid>|https://h.example/a",
                "<guid isPermaLink='false'>https://h.example/a</guid>|''",
                "<guid>https://h.example/g</guid><link>https://h.example/a</link>|https://h.example/a",
                "<link>javascript:alert(1)</link>|''",
                "<atom:link rel='alternate' href='/a'/><atom:link rel='self' href='/feed'/>|https://harbour.example/a"
            })
    void thePageOfAnItemIsFound(String fields, String url) {
        assertThat(TestFeeds.item(fields).url()).isEqualTo(url);
    }

    @Test
    void theHtmlAlternateIsTheLinkOfAnEntry() {
        Post post =
                TestFeeds.entry(
                        """
                        <link rel="replies" href="/replies"/><link rel="edit" href="/edit"/>
                        <link rel="alternate" type="application/json" href="/a.json"/>
                        <link rel="alternate" type="text/html" href="/a"/>
                        <link rel="enclosure" type="audio/mpeg" length="5" href="/a.mp3"/>
                        """);
        assertThat(post.url()).isEqualTo("https://harbour.example/a");
        assertThat(post.enclosures())
                .containsExactly(new Enclosure("https://harbour.example/a.mp3", "audio/mpeg", 5));
    }

    @Test
    void linksAreResolvedAgainstTheBaseTheFeedStates() {
        Feed feed =
                TestFeeds.feed(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/blog/">
                        <link href="."/><logo>logo.png</logo>
                        <entry xml:base="2026/"><link href="one"/>
                        <content type="html">&lt;a href="two?a&amp;amp;b">&lt;img src='/p.png'>&lt;/a>
                        &lt;a href="#note">&lt;a href="https://c.example/"></content></entry></feed>
                        """);
        Post post = feed.posts().getFirst();
        assertThat(feed.siteUrl()).contains("https://b.example/blog/");
        assertThat(feed.imageUrl()).contains("https://b.example/blog/logo.png");
        assertThat(post.url()).isEqualTo("https://b.example/blog/2026/one");
        assertThat(post.content().orElse(""))
                .contains("<a href=\"https://b.example/blog/2026/two?a&amp;b\">")
                .contains("<img src='https://b.example/p.png'>")
                .contains("<a href=\"#note\">")
                .contains("<a href=\"https://c.example/\">");
    }

    @Test
    void aBaseThatIsNoWebAddressIsIgnored() {
        assertThat(TestFeeds.item("<link xml:base='javascript:x'>/a</link>").url())
                .isEqualTo("https://harbour.example/a");
    }

    @Test
    void anIdIsNotChanged() {
        assertThat(TestFeeds.item("<guid> HTTP://H.example/%7Ea </guid><link>/b</link>").id())
                .isEqualTo("HTTP://H.example/%7Ea");
        assertThat(TestFeeds.entry("<id>tag:h.example,2026:1</id><link href='/b'/>").id())
                .isEqualTo("tag:h.example,2026:1");
    }

    @Test
    void theIdOfAPostWithoutGuidIsItsAddressOtherwiseAHash() {
        assertThat(TestFeeds.item("<link>/b</link>").id()).isEqualTo("https://harbour.example/b");
        String id = TestFeeds.item("<title>One</title><description>Text</description>").id();
        assertThat(id).startsWith("sha256:");
        assertThat(TestFeeds.item("<title>One</title><description>Text</description>").id())
                .isEqualTo(id);
        assertThat(TestFeeds.item("<title>Two</title><description>Text</description>").id())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<author>Ida Brandt</author>",
                "<author>ida@h.example (Ida Brandt)</author>",
                "<author>Ida Brandt &lt;ida@h.example&gt;</author>",
                "<author>Ida Brandt (ida@h.example)</author>",
                "<author>ida@h.example</author><dc:creator>Ida Brandt</dc:creator>",
                "<dc:creator><![CDATA[Ida Brandt]]></dc:creator>",
                "<itunes:author>Ida Brandt</itunes:author>",
                "<atom:author xmlns:atom='http://www.w3.org/2005/Atom'><atom:name>Ida Brandt</atom:name></atom:author>",
                "<author><name>Ida Brandt</name><email>ida@h.example</email></author>"
            })
    void theNameOfAnAuthorIsReadInEveryFormat(String field) {
        assertThat(TestFeeds.item(field).author()).contains("Ida Brandt");
    }

    @Test
    void allAuthorsAreNamedAndAnEmailAddressOnlyWithoutAName() {
        assertThat(
                        TestFeeds.entry(
                                        "<author><name>Ida</name></author><author><name>Olav</name></author>")
                                .author())
                .contains("Ida, Olav");
        assertThat(TestFeeds.item("<author>ida@h.example</author>").author())
                .contains("ida@h.example");
        assertThat(TestFeeds.item("<title>One</title>").author()).isEmpty();
    }

    @Test
    void theEmailAddressOfAnAuthorIsNotPartOfTheName() {
        Post post = TestFeeds.item("<author>ida@h.example (Ida)</author>");
        assertThat(post.author()).contains("Ida");
        assertThat(post.texts().author()).isEqualTo("Ida (ida@h.example)");
    }

    @Test
    void theAuthorOfAnAtomFeedIsThatOfItsEntriesButNotTheEditorOfAChannel() {
        Feed feed =
                TestFeeds.feed(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Ida</name></author>
                        <entry/><entry><author><name>Olav</name></author></entry></feed>
                        """);
        assertThat(feed.author()).contains("Ida");
        assertThat(feed.posts())
                .extracting(Post::author)
                .containsExactly(Optional.of("Ida"), Optional.of("Olav"));
        Feed channel =
                TestFeeds.channel("<managingEditor>i@h.example (Ida)</managingEditor><item/>");
        assertThat(channel.author()).contains("Ida");
        assertThat(channel.posts().getFirst().author()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pubDate>Sat, 14 Mar 2026 08:30:00 +0100</pubDate><dc:date>2025-01-01</dc:date>",
                "<pubDate>soon</pubDate><dc:date>2026-03-14T07:30:00Z</dc:date>",
                "<dcterms:issued>2026-03-14T07:30:00Z</dcterms:issued>",
                "<published>2026-03-14T07:30:00Z</published><updated>2026-04-01</updated>",
                "<updated>2026-03-14T07:30:00Z</updated>",
                "<pubDate>2025-01-01</pubDate><pubDate>2026-03-14T07:30:00Z</pubDate>"
            })
    void thePublicationDateIsReadFromTheMostSpecificField(String fields) {
        assertThat(TestFeeds.item(fields).published())
                .contains(Instant.parse("2026-03-14T07:30:00Z"));
    }

    @Test
    void theDateOfTheLastChangeIsNotThePublicationDate() {
        Post post =
                TestFeeds.entry(
                        "<issued>2026-03-14T07:30:00Z</issued><modified>2026-03-15T07:30:00Z</modified>");
        assertThat(post.published()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(post.updated()).contains(Instant.parse("2026-03-15T07:30:00Z"));
        assertThat(
                        TestFeeds.channel("<lastBuildDate>2026-03-14T07:30:00Z</lastBuildDate>")
                                .published())
                .contains(Instant.parse("2026-03-14T07:30:00Z"));
    }

    @Test
    void anInvalidOptionalValueIsIgnored() {
        Feed feed =
                TestFeeds.channel(
                        """
                        <skipHours><hour>late</hour></skipHours><ttl>x</ttl><cloud port="y"/>
                        <pubDate>never</pubDate><link>:::</link>
                        <item><title>One</title><pubDate>31 Feb 2026</pubDate>
                        <enclosure url="/a.mp3" length="very"/></item>
                        """);
        assertThat(feed.published()).isEmpty();
        assertThat(feed.posts().getFirst().title()).isEqualTo("One");
        assertThat(feed.posts().getFirst().published()).isEmpty();
        assertThat(feed.posts().getFirst().enclosures().getFirst().bytes()).isZero();
    }

    @Test
    void aPostMayHaveAnotherLanguageThanItsFeed() {
        assertThat(TestFeeds.channel("<language>de-at</language>").language()).contains("de-at");
        assertThat(TestFeeds.channel("<dc:language>de</dc:language>").language()).contains("de");
        Feed feed =
                TestFeeds.feed(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en_US"><title xml:lang="fr">T</title>
                        <entry xml:lang="de"/><entry><content xml:lang="no">x</content></entry><entry/></feed>
                        """);
        assertThat(feed.language()).contains("en-US");
        assertThat(feed.posts())
                .extracting(Post::language)
                .containsExactly(Optional.of("de"), Optional.of("no"), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<media:thumbnail url='/p.png'/>",
                "<media:content medium='image' url='/p.png'/><media:content type='video/mp4' url='/v'/>",
                "<media:group><media:content url='/v' type='video/mp4'><media:thumbnail url='/p.png'/></media:content></media:group>",
                "<itunes:image href='/p.png'/>",
                "<enclosure url='/a.mp3' type='audio/mpeg'/><enclosure url='/p.png' type='image/png'/>",
                "<link>https://harbour.example/2026/one</link><description>&lt;img width='1' height='1' src='/dot.gif'>&lt;img src='../p.png'></description>"
            })
    void anImageIsFoundInEveryElement(String fields) {
        assertThat(TestFeeds.item(fields).imageUrl()).contains("https://harbour.example/p.png");
    }

    @Test
    void theImageOfAFeedIsInTheChannelOrBesideIt() {
        assertThat(TestFeeds.channel("<image><url>/p.png</url><link>/x</link></image>").imageUrl())
                .contains("https://harbour.example/p.png");
        assertThat(
                        TestFeeds.feed(
                                        "<rdf:RDF><channel/><image><url>/p.png</url></image></rdf:RDF>")
                                .imageUrl())
                .contains("https://harbour.example/p.png");
        assertThat(TestFeeds.feed("<feed><icon>/p.png</icon></feed>").imageUrl())
                .contains("https://harbour.example/p.png");
    }

    @Test
    void anEntryWithoutAuthorIsByThatOfItsSource() {
        assertThat(
                        TestFeeds.entry(
                                        "<title>A</title><source><author><name>Ole Vik</name></author></source>")
                                .author())
                .contains("Ole Vik");
    }

    @Test
    void theOriginalLinkCountsMoreThanThatOfACounter() {
        String fields =
                "<link>https://count.example/1</link><f:origLink xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>https://h.example/a</f:origLink>";

        assertThat(TestFeeds.item(fields).url()).isEqualTo("https://h.example/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"author\": \"Ole Vik\"|https://h.example/a|Ole Vik",
                "\"authors\": [\"Ole Vik\"]|https://h.example/a|Ole Vik",
                "\"date_published\": 1773473400|https://h.example/a|",
            })
    void aJsonFeedMayBeLessThanExact(String field, String url, @Nullable String author) {
        Post post =
                TestFeeds.feed(
                                """
                                {"version": "https://jsonfeed.org/version/1.1", "title": "T",
                                "items": [{"id": "https://h.example/a", "title": "A", %s}]}
                                """
                                        .formatted(field))
                        .posts()
                        .getFirst();

        assertThat(post.url()).isEqualTo(url);
        assertThat(post.author()).isEqualTo(Optional.ofNullable(author));
        assertThat(post.published().isPresent()).isEqualTo(field.contains("date"));
    }
}
