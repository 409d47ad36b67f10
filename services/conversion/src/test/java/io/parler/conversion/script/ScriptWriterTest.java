package io.parler.conversion.script;

import static io.parler.conversion.article.Blocks.announced;
import static io.parler.conversion.article.Blocks.article;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.article.Blocks.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.conversion.speech.Pronunciation;
import io.parler.conversion.speech.Pronunciations;
import io.parler.conversion.speech.Span;
import io.parler.request.Pace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The script of an article, and its ledger.
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
    void aPictureIsAnnouncedWithItsDescriptionAndCaption() {
        assertThat(said(article("T", announced("i", new Block.Kind.Image("A line", ""), ""))))
                .contains("Picture: A line");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("A line", "Noon"), ""))))
                .contains("Picture: A line. Noon");
        assertThat(said(article("T", announced("i", new Block.Kind.Image("Noon", "Noon"), ""))))
                .contains("Picture: Noon");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "figure_3.PNG", "https://example.com/a.b", "***"})
    void aPictureWithoutDescriptionIsSkipped(String alt) {
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
    void aListWithLettersKeepsThem() {
        Block.Kind item = new Block.Kind.ListItem(true, 2, 1, Optional.of("b"));

        assertThat(said(article("T", read("a", item, "Work waits.")))).contains("b. Work waits.");
    }

    @Test
    void pausesFollowTheStructure() {
        Script script =
                write(
                        article(
                                "T",
                                paragraph("p", "Before the list."),
                                read("a", new Block.Kind.ListItem(false, 1, 1), "Work waits."),
                                read("b", new Block.Kind.ListItem(false, 2, 1), "It counts."),
                                paragraph("q", "After the list."),
                                paragraph("r", "Another paragraph."),
                                read("h", new Block.Kind.Heading(2), "Reasons"),
                                paragraph("s", "The end.")));
        int toList = pauseBefore("Work waits.", script);
        int inList = pauseBefore("It counts.", script);
        int afterList = pauseBefore("After the list.", script);
        int paragraph = pauseBefore("Another paragraph.", script);
        int heading = pauseBefore("Reasons", script);

        assertThat(inList).isEqualTo(500).isLessThan(paragraph);
        assertThat(toList).isEqualTo(paragraph);
        assertThat(afterList).isEqualTo(paragraph);
        assertThat(pauseBefore("The end.", script)).isBetween(paragraph, heading);
        assertThat(heading).isGreaterThan(paragraph);
        assertThat(script.passages().getFirst().pauseBefore()).isEqualTo(500);
        assertThat(script.passages().getLast().pauseAfter()).isEqualTo(1_000);
    }

    @Test
    void aSlowerPaceHasLongerPauses() {
        Article article = article("T", paragraph("p", "One."), paragraph("q", "Two."));
        Script slower = ScriptWriter.write(article, "en", ScriptOptions.DEFAULT.with(Pace.SLOWER));
        Script faster = ScriptWriter.write(article, "en", ScriptOptions.DEFAULT.with(Pace.FASTER));

        assertThat(pauseBefore("Two.", faster)).isLessThan(pauseBefore("Two.", write(article)));
        assertThat(pauseBefore("Two.", slower)).isGreaterThan(pauseBefore("Two.", write(article)));
    }

    /// As the audio has it: the longer of the two pauses.
    private static int pauseBefore(String text, Script script) {
        List<Passage> passages = script.passages();
        for (int i = 1; i < passages.size(); i++) {
            if (passages.get(i).text().equals(text)) {
                return Math.max(passages.get(i - 1).pauseAfter(), passages.get(i).pauseBefore());
            }
        }
        throw new AssertionError("no passage " + text);
    }

    @Test
    void aParagraphInAnotherLanguageIsSpokenInIt() {
        String german = "Meine Nachbarin sagt, dass das Dach im letzten Winter repariert wurde.";
        Script script =
                write(
                        article(
                                "T",
                                paragraph("p", "The neighbour told me this:"),
                                paragraph("q", german),
                                paragraph("r", "Guten Tag!")));

        assertThat(script.passages().get(3).words().spans())
                .containsExactly(new Span.Foreign("de", List.of(new Span.Plain(german))));
        assertThat(script.passages().get(2).words().spans())
                .noneMatch(Span.Foreign.class::isInstance);
        assertThat(script.passages().getLast().words().spans())
                .noneMatch(Span.Foreign.class::isInstance);
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
    void announcementsAreInTheLanguageOfTheArticle(String language, String announcement) {
        Article article = article("T", announced("c", JAVA, "a\nb"));

        assertThat(ScriptWriter.write(article, language, ScriptOptions.DEFAULT).passages())
                .extracting(Passage::text)
                .contains(announcement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "cy-GB"})
    void announcementsAreSkippedInLanguagesWithoutPhrases(String language) {
        Script script =
                ScriptWriter.write(
                        article("T", announced("c", JAVA, "a\nb")),
                        language,
                        ScriptOptions.DEFAULT);

        assertThat(script.passages()).extracting(Passage::text).containsExactly("T", "Ada Ferrer");
        assertThat(script.ledger().getFirst().treatment()).isEqualTo(Block.Treatment.SKIPPED);
    }

    @Test
    void foreignWordsAndPronunciationsAreMarked() {
        Pronunciation cron =
                new Pronunciation(
                        "cron",
                        new Pronunciation.How.Phonemes("krɒn"),
                        Optional.empty(),
                        false,
                        true);
        Block block =
                new Block(
                        "p",
                        new Block.Kind.Paragraph(),
                        "Say cron,  festina \nlente .",
                        Block.Treatment.READ,
                        Optional.empty(),
                        List.of(new Block.Inline.Foreign(11, 25, "la")));

        Script script =
                ScriptWriter.write(
                        article("T", block),
                        "en",
                        ScriptOptions.DEFAULT.with(new Pronunciations(List.of(cron))));

        assertThat(script.passages().getLast().words().spans())
                .containsExactly(
                        new Span.Plain("Say "),
                        new Span.Phonemes("cron", "krɒn"),
                        new Span.Plain(", "),
                        new Span.Foreign("la", List.of(new Span.Plain("festina lente"))),
                        new Span.Plain(" ."));
    }

    @Test
    void everyLanguageHasEveryPhrase() {
        for (String language :
                List.of("de", "en", "es", "fr", "it", "ja", "nl", "pt", "sv", "zh")) {
            Announcements phrases = new Announcements(language);

            assertThat(phrases.quote()).isPresent();
            assertThat(phrases.endOfQuote()).isPresent();
            assertThat(phrases.footnote()).isPresent();
            assertThat(phrases.formula()).isPresent();
            assertThat(phrases.inlineFormula()).isPresent();
            assertThat(phrases.picture("x").orElse("")).endsWith("x");
            assertThat(phrases.table(1, 1, "").orElse("")).isNotBlank();
            assertThat(phrases.table(2, 7, "x").orElse("")).contains("2", "7", "x");
        }
    }

    private static List<String> said(Article article) {
        return write(article).passages().stream().map(Passage::text).toList();
    }

    private static Script write(Article article) {
        return ScriptWriter.write(article, "en-US", ScriptOptions.DEFAULT);
    }
}
