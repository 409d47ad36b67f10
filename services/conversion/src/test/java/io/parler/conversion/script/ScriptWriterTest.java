package io.parler.conversion.script;

import static io.parler.conversion.script.Blocks.announced;
import static io.parler.conversion.script.Blocks.article;
import static io.parler.conversion.script.Blocks.paragraph;
import static io.parler.conversion.script.Blocks.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of an article, and the account of what is not.
class ScriptWriterTest {
    private static final Block.Kind JAVA = new Block.Kind.Code(Optional.of("java"));

    @Test
    void titleAndAuthorOpenTheScript() {
        assertThat(said(article("Why queues beat cron", paragraph("p", "They remember."))))
                .containsExactly("Why queues beat cron", "By Ada Ferrer", "They remember.");
    }

    @Test
    void codeIsAnnouncedWithItsLinesAndItsLanguage() {
        String lines = "line();\n".repeat(12);

        assertThat(said(article("T", announced("c", JAVA, lines))))
                .contains("Code example, 12 lines of Java.");
        assertThat(said(article("T", announced("c", JAVA, "queue.send(job);"))))
                .contains("Code example, one line of Java.");
        assertThat(said(article("T", announced("c", new Block.Kind.Code(Optional.empty()), "x"))))
                .contains("Code example, one line.");
        assertThat(
                        said(
                                article(
                                        "T",
                                        announced(
                                                "c",
                                                new Block.Kind.Code(Optional.of("text")),
                                                "x"))))
                .contains("Code example, one line.");
    }

    @Test
    void aPictureIsAnnouncedWithItsDescriptionAndItsCaption() {
        assertThat(said(article("T", announced("i", new Block.Kind.Image("A line", ""), ""))))
                .contains("Picture: A line");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("A line", "Noon"), ""))))
                .contains("Picture: A line. Noon");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("Noon", "Noon"), ""))))
                .contains("Picture: Noon");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "figure_3.PNG", "https://example.com/a.b", "***"})
    void aPictureWithoutWordsIsSkippedForAReason(String alt) {
        Script script = write(article("T", announced("i", new Block.Kind.Image(alt, ""), "")));

        Script.Entry entry = script.ledger().getFirst();
        assertThat(entry.treatment()).isEqualTo(Block.Treatment.SKIPPED);
        assertThat(entry.reason()).contains("there is nothing to say");
    }

    @Test
    void anOrderedListIsNumbered() {
        Article article =
                article(
                        "T",
                        read("a", new Block.Kind.ListItem(true, 2, 1), "Work waits."),
                        read("b", new Block.Kind.ListItem(false, 2, 1), "It counts."));

        assertThat(said(article)).contains("2. Work waits.", "It counts.");
    }

    @Test
    void aHeadingStandsBetweenPauses() {
        Script script = write(article("T", read("h", new Block.Kind.Heading(2), "Three reasons")));

        Passage heading = script.passages().getLast();
        assertThat(heading.role()).isEqualTo(Passage.Role.HEADING);
        assertThat(heading.pauseBefore()).isGreaterThan(heading.pauseAfter());
        assertThat(heading.pauseAfter()).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | Codebeispiel, 2 Zeilen Java.",
                "fr    | Exemple de code, 2 lignes de Java.",
                "ja    | Javaのコード例、2行。",
            })
    void announcementsSpeakTheArticlesLanguage(String language, String announcement) {
        Article article = article("T", announced("c", JAVA, "a\nb"));

        assertThat(ScriptWriter.write(article, language, Options.USUAL).passages())
                .extracting(Passage::text)
                .contains(announcement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "cy-GB"})
    void whereWeHaveNoWordsNothingForeignIsSaid(String language) {
        Script script =
                ScriptWriter.write(
                        article("T", announced("c", JAVA, "a\nb")), language, Options.USUAL);

        assertThat(script.passages()).extracting(Passage::text).containsExactly("T", "Ada Ferrer");
        assertThat(script.ledger().getFirst().treatment()).isEqualTo(Block.Treatment.SKIPPED);
    }

    private static List<String> said(Article article) {
        return write(article).passages().stream().map(Passage::text).toList();
    }

    private static Script write(Article article) {
        return ScriptWriter.write(article, "en-US", Options.USUAL);
    }
}
