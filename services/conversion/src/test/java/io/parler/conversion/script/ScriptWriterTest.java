package io.parler.conversion.script;

import static io.parler.conversion.script.Blocks.announced;
import static io.parler.conversion.script.Blocks.article;
import static io.parler.conversion.script.Blocks.paragraph;
import static io.parler.conversion.script.Blocks.read;
import static io.parler.conversion.script.Blocks.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                .contains("Image: A line");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("A line", "Noon"), ""))))
                .contains("Image: A line. Noon");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("Noon", "Noon"), ""))))
                .contains("Image: Noon");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "figure_3.PNG", "https://example.com/a.b", "***"})
    void aPictureWithoutWordsIsSkippedForAReason(String alt) {
        Script script = write(article("T", announced("i", new Block.Kind.Image(alt, ""), "")));

        assertThat(script.ledger())
                .containsExactly(
                        new Script.Entry(
                                "i",
                                "image",
                                Block.Treatment.SKIPPED,
                                Optional.of("there is nothing to say")));
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

    @Test
    void theTitleIsNotSaidTwice() {
        Script script =
                write(
                        article(
                                "Why queues beat cron",
                                read("h", new Block.Kind.Heading(1), "Why Queues Beat Cron!"),
                                paragraph("p", "They remember.")));

        assertThat(script.passages()).extracting(Passage::block).doesNotContain("h");
        assertThat(script.ledger().getFirst().treatment()).isEqualTo(Block.Treatment.SKIPPED);
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

        assertThat(ScriptWriter.write(article, language).passages())
                .extracting(Passage::text)
                .contains(announcement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "cy-GB"})
    void whereWeHaveNoWordsNothingForeignIsSaid(String language) {
        Script script = ScriptWriter.write(article("T", announced("c", JAVA, "a\nb")), language);

        assertThat(script.passages()).extracting(Passage::text).containsExactly("T", "Ada Ferrer");
        assertThat(script.ledger().getFirst().treatment()).isEqualTo(Block.Treatment.SKIPPED);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 100).mapToObj(i -> 104_729L * i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBlockIsAccountedForOnceAndInOrder(long seed) {
        List<Block> blocks = blocks(new Random(seed));
        Script script = write(article("Title", blocks.toArray(Block[]::new)));

        assertThat(script.ledger())
                .extracting(Script.Entry::block)
                .containsExactlyElementsOf(blocks.stream().map(Block::id).toList());
        assertThat(script.ledger())
                .filteredOn(entry -> entry.treatment() != Block.Treatment.READ)
                .allMatch(entry -> entry.reason().isPresent());

        Set<String> heard =
                script.passages().stream().map(Passage::block).collect(Collectors.toSet());
        assertThat(script.ledger())
                .allSatisfy(
                        entry ->
                                assertThat(heard.contains(entry.block()))
                                        .isEqualTo(entry.treatment() != Block.Treatment.SKIPPED));
    }

    private static List<Block> blocks(Random random) {
        List<Block.Kind> kinds =
                List.of(
                        new Block.Kind.Heading(2),
                        new Block.Kind.Paragraph(),
                        new Block.Kind.Quote(),
                        new Block.Kind.ListItem(true, 1, 1),
                        JAVA,
                        new Block.Kind.Table(3, 2),
                        new Block.Kind.Image("alt", ""),
                        new Block.Kind.Caption(),
                        new Block.Kind.Embed());
        List<String> texts = List.of("", "  ", "***", "Title", "Some words.", "More words here.");
        List<Block> blocks = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            Block.Kind kind = kinds.get(random.nextInt(kinds.size()));
            String text = texts.get(random.nextInt(texts.size()));
            String id = "b" + blocks.size();
            blocks.add(
                    switch (random.nextInt(3)) {
                        case 0 -> read(id, kind, text);
                        case 1 -> announced(id, kind, text);
                        default -> skipped(id, kind, text);
                    });
        }
        return blocks;
    }

    private static List<String> said(Article article) {
        return write(article).passages().stream().map(Passage::text).toList();
    }

    private static Script write(Article article) {
        return ScriptWriter.write(article, "en-US");
    }
}
