package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.Block.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {
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
    void aSectionAtTheEndThatIsNoArticleIsSilent(String tail, String reason) {
        var last = blocks(LONG + tail).reversed().subList(0, 2);
        assertThat(last).allMatch(block -> block.reason().filter(reason::equals).isPresent());
    }

    @Test
    void aSectionOnCommentsInTheMidstOfAnArticleIsRead() {
        var blocks = blocks(LONG + "<h2>Comments</h2>" + LONG + "<h2>Functions</h2>" + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @Test
    void severalSilentSectionsMayEndAnArticle() {
        var blocks =
                blocks(
                        LONG
                                + "<h2>References</h2><p>Holm, 1887.</p>"
                                + "<h2>Comments</h2><p>Nice post.</p>");
        assertThat(blocks.reversed().subList(0, 4))
                .allMatch(block -> block.spoken() == Spoken.SKIPPED);
    }

    @Test
    void aListOfTheSitesOwnLinksIsSilentAndSoIsItsHeading() {
        var blocks =
                blocks(
                        LONG
                                + "<h2>On ships</h2><ul><li><a href=/1>One of them</a>"
                                + "<li><a href=/2>Another one</a></ul><h2>On</h2>"
                                + LONG);
        assertThat(blocks.stream().filter(block -> block.spoken() == Spoken.SKIPPED))
                .extracting(Block::text)
                .containsExactly("On ships", "One of them", "Another one");
    }

    @Test
    void aListThatLinksToOtherSitesIsRead() {
        var blocks =
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
                "Photo: Jon Vik",
                "Image by Jon Vik",
                "(Photo by Jon Vik/Harbour News)",
                "Jon Vik/Getty Images",
                "Share this on every network",
                "Sign up for our newsletter",
                "Advertisement"
            })
    void aLineThatIsNoneOfTheArticlesIsSilent(String line) {
        var blocks = blocks(LONG + "<p>" + line + "</p>" + LONG);
        assertThat(blocks.stream().filter(block -> block.spoken() == Spoken.SKIPPED))
                .extracting(Block::text)
                .containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=/3>He went home.</a>",
                "Photos were taken by many, and kept by few.",
                "Share this knowledge, and it grows with every reader it finds.",
                "By the time he saw it, it was late, and the ship had gone."
            })
    void aSentenceIsReadWhateverItResembles(String line) {
        var blocks = blocks(LONG + "<p>" + line + "</p>" + LONG);
        assertThat(blocks).allMatch(block -> block.spoken() == Spoken.READ);
    }

    private static List<Block> blocks(String body) {
        var reading =
                new ArticleReader()
                        .read(
                                "<title>The log of a lighthouse</title><article>" + body,
                                "https://harbour.example/post");
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return ((Reading.Found) reading).article().blocks();
    }
}
