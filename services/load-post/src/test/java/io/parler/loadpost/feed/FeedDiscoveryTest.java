package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDiscoveryTest {
    private static final String PAGE = "https://h.example/2026/one/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/rss+xml' title='Notes » Comments' href='/odd'>",
                "<link rel='alternate' type='application/rss+xml' title='Notes » Kommentar-Feed' href='/odd'>",
                "<link rel='alternate' type='application/rss+xml' title='Comentários' href='/odd'>",
                "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>",
                "<link rel='alternate' type='application/rss+xml' href='/category/ships/feed/'>",
                "<link rel='alternate' type='application/rss+xml' href='/tags/ships/index.xml'>",
                "<link rel='alternate' type='application/rss+xml' href='/?s=ships&amp;feed=rss2'>",
                "<link rel='alternate' type='application/rss+xml' title='Search Results for ships' href='/found'>",
                "<link rel='alternate' type='application/json' href='/state.json'>",
                "<link rel='alternate' type='text/xml' href='/sitemap.xml'>"
            })
    void theFeedOfAllPostsComesFirst(String other) {
        String all = "<link rel='alternate' type='application/rss+xml' href='/feed/'>";
        assertThat(named(other + all)).hasSize(2).first().isEqualTo("https://h.example/feed/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/atom+xml' href='/blog/atom.xml'>",
                "<link rel='ALTERNATE home' type='Application/RSS+XML; charset=utf-8' href='../../blog/atom.xml'>",
                "<link rel='alternate' type='application/feed+json' href='//h.example/blog/atom.xml'>",
                "<link rel='feed' href='https://h.example/blog/atom.xml'>",
                "<base href='/blog/'><link rel='alternate' type='application/rss+xml' href='atom.xml'>",
                "<link rel='alternate' type='application/rss+xml' href='feed://h.example/blog/atom.xml'>",
                "<link rel='alternate' type='application/rss+xml' href='feed:https://h.example/blog/atom.xml'>",
                "<a href='/blog/atom.xml'>Subscribe</a>"
            })
    void aFeedIsFoundHoweverThePageLinksToIt(String html) {
        assertThat(named(html)).containsExactly("https://h.example/blog/atom.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='stylesheet' type='text/css' href='/feed.css'>",
                "<link rel='alternate' hreflang='de' href='/de/'>",
                "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts/1'>",
                "<link rel='alternate' type='application/rss+xml'>",
                "<a href='https://elsewhere.example/feed.xml'>Another's</a>"
            })
    void linksThatAreNoFeedsOfThisSiteAreIgnored(String html) {
        assertThat(named(html)).isEmpty();
    }

    @Test
    void linksInTheHeadComeBeforeLinksInTheText() {
        assertThat(
                        named(
                                """
                                <a href="/rss.xml">RSS</a>
                                <link rel="alternate" type="application/atom+xml" href="/all">
                                """))
                .containsExactly("https://h.example/all", "https://h.example/rss.xml");
    }

    private static List<String> named(String html) {
        return FeedDiscovery.linkedFeeds(html, "", PAGE);
    }
}
