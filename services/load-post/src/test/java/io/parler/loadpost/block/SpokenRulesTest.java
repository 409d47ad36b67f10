package io.parler.loadpost.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.article.TestPages;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenRulesTest {
    private static final String LONG =
            "<p>The keeper went up, looked out, wrote down what he saw, and came down. ".repeat(12);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <h2>Comments</h2><p>Nice post, as ever.</p>                 | comments
                    <h2>12 comments on “Ships”</h2><p>Nice post, as ever.</p>   | comments
                    <h2>References</h2><p>Holm, A.: The log. Harbour, 1887.</p> | references
                    <h3>About the author</h3><p>Ida keeps the light.</p>        | about the author
                    <h2>Related posts</h2><p>The foghorn, and what it says.</p> | leads elsewhere
                    """)
    void aSectionAtTheEndThatIsNotPartOfTheArticleIsSkipped(String tail, String reason) {
        List<Block> last = blocks(LONG + tail).reversed().subList(0, 2);
        assertThat(last).allMatch(block -> block.reason().filter(reason::equals).isPresent());
    }

    @Test
    void aSectionAboutCommentsInTheMiddleIsRead() {
        List<Block> blocks =
                blocks(LONG + "<h2>Comments</h2>" + LONG + "<h2>Functions</h2>" + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @Test
    void severalSectionsAtTheEndAreSkipped() {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<h2>References</h2><p>Holm, 1887.</p>"
                                + "<h2>Comments</h2><p>Nice post.</p>");
        assertThat(blocks.reversed().subList(0, 4))
                .allMatch(block -> block.spoken() == Spoken.SKIPPED);
    }

    @Test
    void aListOfLinksWithinTheSiteIsSkippedWithItsHeading() {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<h2>On ships</h2><ul><li><a href=/1>One of them</a>"
                                + "<li><a href=/2>Another one</a></ul><h2>On</h2>"
                                + LONG);
        assertThat(blocks.stream().filter(block -> block.spoken() == Spoken.SKIPPED))
                .extracting(Block::text)
                .containsExactly("On ships", "One of them", "Another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read", "Popular", "Shared", "Viewed", "Más información"})
    void aPartOfARoundUpIsReadWhateverItsTitle(String title) {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<h2>"
                                + title
                                + "</h2><ul><li><a href=https://code.example/1>Faster lamps</a>"
                                + "<li><a href=https://code.example/2>Fewer crashes</a></ul><h2>Ships</h2>"
                                + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @Test
    void aListThatLinksToOtherSitesIsRead() {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<ul><li><a href=https://code.example/1>Faster lamps</a>"
                                + "<li><a href=https://code.example/2>Fewer crashes</a></ul>"
                                + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ida Brandt and Ole Vik reported from Bergen.",
                "Disclosure: We may earn a commission if you buy a lamp.",
                "Powered by Lampwright",
                "Photo: Jon Vik",
                "Image by Jon Vik",
                "(Photo by Jon Vik/Harbour News)",
                "Jon Vik/Getty Images",
                "Share this on every network",
                "Sign up for our newsletter",
                "Advertisement"
            })
    void aBoilerplateLineIsSkipped(String line) {
        List<Block> blocks = blocks(LONG + "<p>" + line + "</p>" + LONG);
        assertThat(blocks.stream().filter(block -> block.spoken() == Spoken.SKIPPED))
                .extracting(Block::text)
                .containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=/3>He went home.</a>",
                "Photos were taken by many, and kept by few.",
                "Two deaths were reported from Bergen.",
                "Disclosure rules are set by the Securities and Exchange Commission, which voted on them in May.",
                "“Listen!”",
                "“Just now.”",
                "“Yes—no.”",
                "3 2 1!",
                "Powered by steam.",
                "Share this knowledge, and it grows with every reader it finds.",
                "By the time he saw it, it was late, and the ship had gone."
            })
    void aSentenceThatResemblesBoilerplateIsRead(String line) {
        List<Block> blocks = blocks(LONG + "<p>" + line + "</p>" + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <h2>The log of a lighthouse</h2>                                        | the title, said at the start
                    <p><strong>The Log of a Lighthouse!</strong></p>                        | the title, said at the start
                    <p>March 14, 2026 • 5 min read</p>                                      | the date again
                    <p>Published on 14 March 2026, 7:30 am GMT</p>                          | the date again
                    <p>Ida Brandt · 14.03.2026</p>                                          | the byline again
                    <p>By Ida Brandt, updated Mar 14th, 2026 at 09:12</p>                   | the byline again
                    <p>By Jon Vik and Ann Holm</p>                                          | the byline again
                    <p>Estimated reading time: 7 minutes</p>                                | how long it is
                    <p>Lesezeit: ca. 4 Minuten</p>                                          | how long it is
                    <p>2026年3月14日</p>                                                    | the date again
                    <div class="entry-meta"><p>In Towers, with Jon and others</p></div>     | the byline again
                    <div class="toc"><p>On this page: one, two and three</p></div>          | the table of contents
                    """)
    void titleBylineAndDateAreSkippedAtTheTop(String html, String reason) {
        String head = "<meta name=author content='Ida Brandt'>";
        List<Block> blocks =
                TestPages.article(
                                "<title>The log of a lighthouse</title>"
                                        + head
                                        + "<article><div>"
                                        + html
                                        + LONG)
                        .blocks();
        assertThat(blocks.stream().flatMap(block -> block.reason().stream()).distinct().toList())
                .isSubsetOf(reason);
        assertThat(TestPages.spoken(blocks))
                .allMatch(text -> text.startsWith("The keeper went up"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <p>Read more: The foghorn, and what it says                             | leads elsewhere
                    <p>Lesen Sie auch: Das Nebelhorn                                        | leads elsewhere
                    <p>À lire aussi : la corne de brume                                     | leads elsewhere
                    <p>関連記事：霧笛について                                               | leads elsewhere
                    <p>Enjoyed this post? Subscribe to my newsletter.                       | an invitation, not the article
                    <p>Follow Ida Brandt on Mastodon.                                       | an invitation, not the article
                    <p>Story continues below advertisement                                  | an invitation, not the article
                    <p>* * *                                                                | there is nothing to say
                    <p class="wp-caption-text">The tower at noon, seen from the sea         | a caption
                    <div class="wp-block-jetpack-subscriptions"><p>Get new posts by email   | an invitation, not the article
                    <div class="author-box"><p>Ida keeps the light, and writes of it.       | about the author
                    <p class="photo-credit">Jon Vik, in the autumn                          | a credit
                    """)
    void boilerplateIsKeptAndSkipped(String html, String reason) {
        List<Block> blocks = blocks(LONG + html + "</p></div>" + LONG);
        assertThat(blocks.stream().filter(block -> block.spoken() == Spoken.SKIPPED))
                .extracting(block -> block.reason().orElseThrow())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read the manual: it says what the lamp needs.",
                "By default, the lamp is on.",
                "In March 2026 the lamp went out.",
                "Subscribe to the topic before you publish to it.",
                "Share the buffer between threads.",
                "We use cookies to keep a session, as the next section shows in full.",
                "The date is 2026-03-14.",
                "More on this in a minute.",
                "Next: install the package with the following command.",
                "5 minutes later, the ship had gone."
            })
    void aTechnicalSentenceIsReadEvenAtTheTop(String line) {
        String text = "<p>" + line + "</p>";
        assertThat(
                        TestPages.spoken(blocks(text + LONG + text + LONG)).stream()
                                .filter(line::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sign up for an account at the harbour office",
                "Subscribe to the topic of the lamp",
                "Click here to <a href=/start>start the lamp</a>, then wait for the first turn",
                "Search",
                "Print",
                "Follow the keeper on his way to Facebook Bay"
            })
    void aStepOfAListIsRead(String item) {
        List<Block> blocks =
                blocks(LONG + "<ol><li>Open the door<li>" + item + "<li>Wait</ol>" + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @Test
    void aListOfButtonsIsSkipped() {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<ul><li><a href=/s>Share on Harbour</a><li><a href=/p>Print</a></ul>"
                                + LONG);
        assertThat(blocks)
                .filteredOn(block -> block.text().matches("Share.*|Print"))
                .isNotEmpty()
                .allMatch(block -> block.spoken() == Spoken.SKIPPED);
    }

    @Test
    void thePortraitOfTheAuthorAtTheEndIsSkipped() {
        List<Block> blocks =
                TestPages.article(
                                "<title>The log</title><meta name=author content='Ida Brandt'><article>"
                                        + LONG
                                        + "<p>Ida Brandt is a keeper in the north.")
                        .blocks();
        assertThat(blocks.getLast().reason()).contains("about the author");
    }

    private static List<Block> blocks(String body) {
        ArticleResult reading =
                new ArticleReader()
                        .read(
                                "<title>The log of a lighthouse</title><article>" + body,
                                "https://harbour.example/post");
        assertThat(reading).isInstanceOf(ArticleResult.Found.class);
        return ((ArticleResult.Found) reading).article().blocks();
    }

    @Test
    void theEditButtonOfAWikiIsNotPartOfTheHeading() {
        List<Block> blocks =
                blocks(
                        LONG
                                + "<h2>Ships<span class=mw-editsection>[<a href=/edit>edit</a>]</span></h2>"
                                + LONG);

        assertThat(blocks).extracting(Block::text).contains("Ships");
    }
}
