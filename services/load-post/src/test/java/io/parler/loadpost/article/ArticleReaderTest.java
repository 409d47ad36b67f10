package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.Fixtures;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static final String URL = "https://harbour.example/2026/lighthouse/";
    private static final String LONG =
            "The keeper went up, looked out, wrote down what he saw, and came down again. "
                    .repeat(9);

    @Test
    void theMetadataOfThePageIsRead() {
        Article article = read(Fixtures.read("post.html"));
        assertThat(article.title()).isEqualTo("How a lighthouse counts ships");
        assertThat(article.author()).contains("Ida Brandt");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-03-14T07:30:00Z"));
        assertThat(article.language()).contains("en-GB");
        assertThat(article.siteName()).contains("Harbour Notes");
        assertThat(article.canonicalUrl()).isEqualTo(URL);
        assertThat(article.imageUrl()).contains("https://harbour.example/images/lighthouse.jpg");
    }

    @Test
    void theBlocksAreInReadingOrder() {
        List<Block> blocks = read(Fixtures.read("post.html")).blocks();
        assertThat(blocks.stream().map(ArticleReaderTest::line))
                .containsExactly(
                        "Paragraph skipped: Harbour Notes",
                        "ListItem skipped: About",
                        "ListItem skipped: Archive",
                        "Paragraph skipped: We use cookies, and would like to use more of them.",
                        "Heading skipped: How a lighthouse counts ships",
                        "Paragraph skipped: By Ida Brandt",
                        "Paragraph read: Every night the keeper wrote down how many ships had passed,"
                                + " what they carried, and which of them had an unlit lamp, a habit"
                                + " that outlived three keepers.",
                        "Heading read: Counting by hand",
                        "Paragraph read: Three rules held, as Ms Holm found in the logbook, and they"
                                + " are worth repeating, because each of them was learned the hard"
                                + " way:",
                        "ListItem read: Write down what you saw, not what you expected to see.",
                        "ListItem read: Even when it is nothing.",
                        "ListItem read: Write it down now, while the ship is still in sight of the"
                                + " tower.",
                        "Quote read: A ship not written down has not passed, and no one can say later"
                                + " that it has.",
                        "Image announced: ",
                        "Caption skipped: The log of 1887. Photo: Harbour Museum",
                        "Paragraph read: Today a small program does the same work, and it has the"
                                + " same three rules, only that now they are written in a language"
                                + " that ships do not speak, and in which keepers make mistakes:",
                        "Code announced: for ship in passing():\n    log.append(ship)  # now",
                        "Caption skipped: Ships by year",
                        "Table read: Year Ships\n1887 4,112\n2025 9,870",
                        "Paragraph read: The numbers agree with the harbour's own to within two ships"
                                + " a year, which is, as the last keeper liked to say, two ships too"
                                + " many.",
                        "Embed skipped: ",
                        "Paragraph skipped: Photo by Jon Vik",
                        "Paragraph skipped: Share",
                        "Paragraph skipped: The foghorn, next week's post",
                        "Paragraph skipped: © Harbour Notes");
    }

    @Test
    void eachKindOfBlockHasItsOwnFields() {
        List<Content> contents =
                read(Fixtures.read("post.html")).blocks().stream().map(Block::content).toList();
        assertThat(contents)
                .contains(
                        new Content.Heading(2),
                        new Content.ListItem(true, 3, 1),
                        new Content.ListItem(false, 1, 2),
                        new Content.ListItem(true, 4, 1),
                        new Content.Code("python"),
                        new Content.Table(
                                List.of(
                                        List.of("Year", "Ships"),
                                        List.of("1887", "4,112"),
                                        List.of("2025", "9,870"))),
                        new Content.Image(
                                "A page of the log",
                                "The log of 1887. Photo: Harbour Museum",
                                "https://harbour.example/images/log.jpg"));
    }

    @Test
    void aBlockKeepsItsIdWhileItsTextIsTheSame() {
        String html = Fixtures.read("post.html");
        List<String> before = read(html).blocks().stream().map(Block::id).toList();
        List<String> after =
                read(html.replace("outlived three keepers", "outlived four keepers"))
                        .blocks()
                        .stream()
                        .map(Block::id)
                        .toList();
        assertThat(before).doesNotHaveDuplicates().hasSameSizeAs(after);
        var changed = new HashSet<>(before);
        changed.removeAll(after);
        assertThat(changed).hasSize(1);
    }

    @Test
    void theAuthorIsReadFromABylineWithADate() {
        Article article =
                read(
                        page(
                                "<section class=article-byline><h4 class=author-name><a href=/j>Jan Vogt</a>"
                                        + "</h4><time>1. März 2026</time></section><p>"
                                        + LONG));
        assertThat(article.author()).contains("Jan Vogt");
    }

    @Test
    void twoBlocksOfTheSameTextHaveTwoIds() {
        List<Block> blocks = read(page("<p>" + LONG + "</p><p>" + LONG + "</p>")).blocks();
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(1).id()).isEqualTo(blocks.get(0).id() + "-2");
    }

    @Test
    void charactersAndSecondsCountOnlyWhatIsRead() {
        Article article = read(page("<p>" + LONG + "</p><pre><code>" + LONG + "</code></pre>"));
        assertThat(article.characters()).isEqualTo(LONG.strip().length());
        assertThat(article.words()).isEqualTo(15 * 9);
        assertThat(article.seconds()).isBetween(42, 48);
    }

    @Test
    void proseInAPreIsReadAsParagraphs() {
        List<Block> blocks = read(page("<pre>" + LONG + "\n\n" + LONG + "</pre>")).blocks();
        assertThat(blocks).hasSize(2).allMatch(block -> block.spoken() == Spoken.READ);
    }

    @Test
    void runsOfLineBreaksSeparateParagraphs() {
        List<Block> blocks = read(page("<div>" + LONG + "<br><br>" + LONG + "!</div>")).blocks();
        assertThat(blocks).hasSize(2);
    }

    @Test
    void theLanguageIsDetectedWhereThePageDoesNotDeclareIt() {
        assertThat(read(page("<p>" + LONG + "</p>")).language()).contains("en");
        String german =
                "Der Wärter stieg auf den Turm, und er sah nicht nur das Meer, sondern auch die Schiffe. ";
        assertThat(read(page("<p>" + german.repeat(8) + "</p>")).language()).contains("de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html></html>",
                "<html><body></body></html>",
                "<body><script>var a = 'no text, but a long script with many words in it'</script>",
                "<body><img src=a.png></body>",
                "<body><a href=/a>Home</a> <a href=/b>About</a></body>"
            })
    void aPageWithoutTextHasNoArticle(String html) {
        assertThat(new ArticleReader().read(html, URL)).isInstanceOf(ArticleResult.NoArticle.class);
    }

    private static String page(String body) {
        return "<html><head><title>A page</title></head><body><article>" + body;
    }

    private static String line(Block block) {
        String spoken =
                switch (block.spoken()) {
                    case READ -> "read";
                    case ANNOUNCED -> "announced";
                    case SKIPPED -> "skipped";
                };
        assertThat(block.reason().isPresent()).isEqualTo(block.spoken() != Spoken.READ);
        return block.content().getClass().getSimpleName() + " " + spoken + ": " + block.text();
    }

    private static Article read(String html) {
        ArticleResult reading = new ArticleReader().read(html, URL);
        assertThat(reading).isInstanceOf(ArticleResult.Found.class);
        return ((ArticleResult.Found) reading).article();
    }
}
