package io.parler.loadpost.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.problem.ProblemType;
import io.parler.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleLoaderTest {
    private static final String URL = "https://harbour.example/log/";
    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private final FakeWebClient sites = new FakeWebClient();

    @Test
    void theArticleOnSeveralPagesIsJoined() {
        sites.html(URL, part("one", "<link rel=next href='/log/2/'>"));
        sites.html(URL + "2/", part("two", "<a rel=next href=/log/3/>Next page</a>"));
        sites.html(URL + "3/", part("three", "<link rel=next href='/log/2/'>"));
        assertThat(parts(load(URL))).containsExactly("one", "two", "three");
        assertThat(load(URL).blocks().stream().map(Block::text))
                .filteredOn(text -> text.equals("By Ida Brandt, keeper"))
                .hasSize(1);
        assertThat(load(URL).blocks().stream().map(Block::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=page-links>Pages: 1 <a class=post-page-numbers href='/log/2/'>2</a></div>",
                "<link rel=next href='/log/?page=2'>",
                "<link rel=next href='https://www.harbour.example/log/page/2'>",
                "<ul class=pagination><li><a href='?page=2'>2</a></ul>"
            })
    void theNextPageIsRecognizedByItsAddress(String link) {
        for (String second :
                List.of(URL + "2/", URL + "?page=2", "https://www.harbour.example/log/page/2")) {
            sites.html(second, part("two", ""));
        }
        sites.html(URL, part("one", link));
        assertThat(parts(load(URL))).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=next href='/foghorn/'>",
                "<a rel=next href='/log-2026/2/'>Next post</a>",
                "<link rel=next href='https://other.example/log/2/'>",
                "<link rel=next href='/log/3/'>",
                "<a href='/log/2/'>a link in the text</a>"
            })
    void theNextPostIsNotTheNextPage(String link) {
        sites.html(URL, part("one", link));
        load(URL);
        assertThat(sites.requests()).containsExactly(URL);
    }

    @Test
    void aPageOfAnotherTitleEndsTheArticle() {
        sites.html(URL, part("one", "<link rel=next href='/log/2/'>"));
        sites.html(URL + "2/", part("two", "").replace("The log", "Something else entirely"));
        assertThat(parts(load(URL))).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=\"refresh\" content=\"0; url=/log/\">",
                "<META HTTP-EQUIV='Refresh' CONTENT=\"5;URL='https://harbour.example/log/'\">",
                "<meta content='0;/log/' http-equiv=refresh>",
                "<script>window.location.replace(\"/log/\");</script>",
                "<script>document.location.href = 'https://harbour.example/log/';</script>"
            })
    void aPageThatOnlyLeadsElsewhereIsFollowed(String refresh) {
        sites.html(
                "https://harbour.example/old",
                "<html><head><title>Redirecting…</title>"
                        + refresh
                        + "</head><body><h1>Redirecting…</h1><a href=/log/>Click here.</a></body></html>");
        sites.html(URL, part("one", ""));

        assertThat(parts(load("https://harbour.example/old"))).containsExactly("one");
    }

    @Test
    void aPageWithATextIsReadAlthoughItRefreshesItself() {
        sites.html(
                URL,
                part("one", "<meta http-equiv=refresh content='10;url=/other'>")
                        + "<p>The keeper went up and wrote down what he saw.</p>".repeat(20));

        assertThat(parts(load(URL))).containsExactly("one");
    }

    @Test
    void refreshesInACircleEnd() {
        sites.html(URL, "<meta http-equiv=refresh content='0;url=/log/2'><p>Wait");
        sites.html(URL + "2", "<meta http-equiv=refresh content='0;url=/log/'><p>Wait");

        new ArticleLoader(
                        sites,
                        new FeedLoader(sites, new FeedReader(), clock),
                        new ArticleReader(),
                        clock)
                .byUrl(URL);

        assertThat(sites.requests()).hasSizeLessThan(6);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = new byte[3_000];
        new Random(1).nextBytes(bytes);
        sites.file(URL, "text/html", bytes);

        assertThat(
                        new ArticleLoader(
                                        sites,
                                        new FeedLoader(sites, new FeedReader(), clock),
                                        new ArticleReader(),
                                        clock)
                                .byUrl(URL))
                .isInstanceOfSatisfying(
                        LoadResult.Failed.class,
                        failed -> assertThat(failed.problem()).isEqualTo(ProblemType.NOT_HTML));
    }

    @Test
    void aPostWithoutAddressIsReadByThatOfItsFeed() {
        String text = "It was quiet in the harbour, as it had been for weeks. ".repeat(40);
        sites.xml(
                "https://harbour.example/feed.xml#p+1",
                "<rss version='2.0'><channel><title>T</title><item><title>Only here</title>"
                        + "<guid isPermaLink='false'>p 1</guid><description>&lt;p&gt;"
                        + text
                        + "&lt;/p&gt;</description></item></channel></rss>");

        assertThat(load("https://harbour.example/feed.xml#p+1").title()).isEqualTo("Only here");
        assertThat(load("https://harbour.example/feed.xml#p+1").url()).endsWith("#p+1");
    }

    @Test
    void theLanguageOfTheHeaderCountsWhereThePageDeclaresNone() throws InvalidAddressException {
        String page = "<title>T</title><article><p>" + "Xyz abc, klm opq. ".repeat(60);
        sites.resource(
                URL,
                new Resource(
                        WebAddress.parse(URL),
                        "text/html",
                        "hr",
                        "",
                        page.getBytes(StandardCharsets.UTF_8)));

        assertThat(load(URL).language()).contains("hr");
    }

    @Test
    void aPageThatCannotBeFetchedEndsTheArticle() {
        sites.html(URL, part("one", "<link rel=next href='/log/2/'>"));
        sites.failing(URL + "2/", ProblemType.SITE_TIMEOUT);
        assertThat(parts(load(URL))).containsExactly("one");
    }

    @Test
    void anArticleHasTenPagesAtMost() {
        sites.html(URL, part("1", "<link rel=next href='/log/2/'>"));
        for (int i = 2; i < 15; i++) {
            sites.html(URL + i + "/", part("" + i, "<link rel=next href='/log/" + (i + 1) + "/'>"));
        }
        assertThat(parts(load(URL))).hasSize(10);
    }

    @Test
    void noFurtherPageIsLoadedAfterFourteenSeconds() {
        sites.html(URL, part("1", "<link rel=next href='/log/2/'>"));
        for (int i = 2; i < 9; i++) {
            sites.html(URL + i + "/", part("" + i, "<link rel=next href='/log/" + (i + 1) + "/'>"));
        }
        sites.onRequest(_ -> clock.advance(Duration.ofSeconds(5)));
        assertThat(parts(load(URL))).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aPageWithoutTextIsReadFromItsAmpVersion() {
        sites.html(URL, "<title>The log</title><link rel=amphtml href=/amp/log><div id=app></div>");
        sites.html(
                "https://harbour.example/amp/log",
                part("one", "")
                        .replace(
                                "<article>",
                                "<article><amp-img src=/a.png alt=Tower></amp-img><amp-ad>Buy</amp-ad>"));
        Article article = load(URL);
        assertThat(parts(article)).containsExactly("one");
        assertThat(article.blocks().stream().map(Block::content))
                .contains(new Content.Image("Tower", "", "https://harbour.example/a.png"));
        assertThat(article.text()).doesNotContain("Buy");
    }

    @Test
    void anArticleInANoscriptIsRead() {
        sites.html(
                URL,
                "<title>The log</title><div id=app>Loading</div><noscript><article>"
                        + part("one", "").replaceFirst(".*<article>", "")
                        + "</noscript>");
        assertThat(parts(load(URL))).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/gif;base64,R0' data-src='/a.png'>",
                "<img data-lazy-src='/a.png'>",
                "<img data-original='/a.png' src='/blank.gif'>",
                "<img data-srcset='/a.png 1x, /b.png 2x'>",
                "<picture><source srcset='/a.png 640w, /b.png'><img src='data:image/gif;base64,R0'></picture>",
                "<img src='data:image/gif;base64,R0'><noscript><img src='/a.png'></noscript>",
                "<base href='https://harbour.example/pictures/'><img src='../a.png'>"
            })
    void aLazyImageHasItsTrueAddress(String img) {
        sites.html(URL, part("one", img));
        assertThat(load(URL).blocks().stream().map(Block::content))
                .contains(new Content.Image("", "", "https://harbour.example/a.png"));
    }

    private Article load(String url) {
        var loader =
                new ArticleLoader(
                        sites,
                        new FeedLoader(sites, new FeedReader(), clock),
                        new ArticleReader(),
                        clock);
        LoadResult<Article> loaded = loader.byUrl(url);
        assertThat(loaded).isInstanceOf(LoadResult.Found.class);
        return ((LoadResult.Found<Article>) loaded).value();
    }

    /// The parts that are in the article, by the word that identifies each.
    private static List<String> parts(Article article) {
        return article.blocks().stream()
                .map(Block::text)
                .filter(text -> text.startsWith("Part "))
                .map(text -> text.substring(5, text.indexOf(':')))
                .toList();
    }

    private static String part(String name, String more) {
        return "<title>The log</title><meta name=author content='Ida Brandt'><article>"
                + "<p>By Ida Brandt, keeper</p><p>Part "
                + name
                + ": "
                + "the keeper went up, looked out, wrote down what he saw, and came down. "
                        .repeat(9)
                + "</p>"
                + more
                + "<p>"
                + "Then, he slept, as keepers do, and dreamt of ships, storms and far harbours. "
                        .repeat(9)
                + "</p>";
    }
}
