package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowNotesTest {
    private static final String SENTENCE = "A queue keeps what cron would have lost. ";

    private static Article article(Block... blocks) {
        return new Article(
                "Queues",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(blocks));
    }

    private static Optional<String> summary(Block... blocks) {
        return ShowNotes.of(article(blocks), "en-US", List.of()).summary();
    }

    @Test
    void theSummaryIsHowTheTextBegins() {
        assertThat(
                        summary(
                                new Block(
                                        "h",
                                        new Block.Kind.Heading(2),
                                        "A heading",
                                        Block.Treatment.READ,
                                        Optional.empty()),
                                Block.paragraph("a", "Short."),
                                Block.paragraph("b", SENTENCE.repeat(4)),
                                Block.paragraph("c", "Not needed.")))
                .contains("Short. " + SENTENCE.repeat(4).strip());
    }

    @Test
    void aLongBeginningEndsWithASentence() {
        assertThat(summary(Block.paragraph("a", SENTENCE.repeat(40))).orElseThrow())
                .hasSizeBetween(400, ShowNotes.MAX_SUMMARY)
                .endsWith("have lost.");
    }

    @Test
    void aSentenceWithoutAnEndIsCutBetweenWords() {
        assertThat(summary(Block.paragraph("a", "queue ".repeat(400))).orElseThrow())
                .hasSizeLessThanOrEqualTo(ShowNotes.MAX_SUMMARY)
                .endsWith("queue…");
    }

    @Test
    void aFirstWordThatDoesNotFitIsCut() {
        for (String start : List.of("", "x")) {
            String word = start + "\ud840\udc00".repeat(600);
            assertThat(summary(Block.paragraph("a", word)).orElseThrow())
                    .hasSizeBetween(ShowNotes.MAX_SUMMARY - 1, ShowNotes.MAX_SUMMARY)
                    .endsWith("\udc00…");
        }
    }

    @Test
    void aPostOfPicturesHasNoSummary() {
        assertThat(summary()).isEmpty();
    }

    @Test
    void chaptersAndTheirTitlesAreLimited() {
        List<Chapter> many =
                new ArrayList<>(Collections.nCopies(300, new Chapter(1.5, "word ".repeat(90))));

        List<Chapter> chapters = ShowNotes.of(article(), "en-US", many).chapters();

        assertThat(chapters).hasSize(ShowNotes.MAX_CHAPTERS);
        assertThat(chapters.getFirst().title())
                .hasSizeLessThanOrEqualTo(ShowNotes.MAX_TITLE)
                .endsWith("word…");
    }
}
