package io.parler.conversion.script;

import static io.parler.conversion.article.Blocks.announced;
import static io.parler.conversion.article.Blocks.article;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.article.Blocks.read;
import static io.parler.conversion.article.Blocks.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.request.ContentKind;
import io.parler.request.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The effect of the options on each kind of block.
class PolicyTest {
    private static final Block.Kind JAVA = new Block.Kind.Code(Optional.of("java"));

    @Test
    void theStartAndEndOfAQuotationAreAnnounced() {
        Article article =
                article(
                        "T",
                        read("a", new Block.Kind.Quote(), "One."),
                        read("b", new Block.Kind.Quote(), "Two."),
                        paragraph("p", "Three."));

        assertThat(said(article)).endsWith("Quote.", "One.", "Two.", "End of quote.", "Three.");
        assertThat(said(article("T", read("a", new Block.Kind.Quote(), "One."))))
                .endsWith("Quote.", "One.", "End of quote.");
        assertThat(said(article, ContentKind.QUOTES, Policy.READ))
                .endsWith("By Ada Ferrer", "One.", "Two.", "Three.");
        assertThat(said(article, ContentKind.QUOTES, Policy.SKIP))
                .endsWith("By Ada Ferrer", "Three.");
    }

    @Test
    void whatTheListenerIncludesIsReadInFull() {
        Article article =
                article(
                        "T",
                        paragraph("p", "One."),
                        skipped("s", new Block.Kind.Paragraph(), "By the way."),
                        announced("c", JAVA, "run();"),
                        skipped("f", new Block.Kind.Footnote(), "A note."),
                        skipped("x", new Block.Kind.Paragraph(), "Related."));
        ScriptOptions options =
                ScriptOptions.DEFAULT
                        .with(ContentKind.CODE, Policy.SKIP)
                        .including(Set.of("s", "c", "f", "gone"));

        Script script = ScriptWriter.write(article, "en", options);

        assertThat(script.passages())
                .extracting(passage -> passage.words().spokenText())
                .endsWith("One.", "By the way.", "run();", "A note.");
        assertThat(script.ledger())
                .filteredOn(entry -> entry.treatment() != Block.Treatment.READ)
                .extracting(Script.Entry::block)
                .containsExactly("x");
    }

    @Test
    void anIncludedCaptionIsReadForItself() {
        Article article =
                article(
                        "T",
                        announced("i", new Block.Kind.Image("A boat", ""), ""),
                        skipped("c", new Block.Kind.Caption(), "In the harbour."));
        ScriptOptions options =
                ScriptOptions.DEFAULT.with(ContentKind.FIGURES, Policy.SKIP).including(Set.of("c"));

        assertThat(ScriptWriter.write(article, "en", options).passages())
                .extracting(passage -> passage.words().spokenText())
                .endsWith("In the harbour.");
    }

    @Test
    void codeIsReadLineByLineOnRequest() {
        Article article = article("T", announced("c", JAVA, "if (a) {\n  run();\n\n}"));

        assertThat(said(article, ContentKind.CODE, Policy.READ))
                .endsWith("By Ada Ferrer", "if (a) {", "run();");
    }

    @Test
    void programTextIsSpokenAsItIsWritten() {
        String call = "job.run(maxRetries);";
        Article article = article("T", announced("c", JAVA, call), paragraph("p", "25 m²"));

        assertThat(
                        ScriptWriter.write(
                                        article,
                                        "en",
                                        ScriptOptions.DEFAULT.with(ContentKind.CODE, Policy.READ))
                                .passages())
                .extracting(passage -> passage.words().spokenText())
                .endsWith(call, "25 square meters");
    }

    @Test
    void aTableIsReadRowByRowWithItsHeader() {
        Article article =
                article(
                        "T",
                        skipped("x", new Block.Kind.Caption(), "Latency by engine."),
                        read(
                                "t",
                                new Block.Kind.Table(
                                        List.of(
                                                List.of("Tool", "Loses work", "Price"),
                                                List.of("cron", "✅", ""),
                                                List.of("", "no", "3 €"))),
                                "all of it"));

        assertThat(said(article))
                .endsWith(
                        "Table: Latency by engine, 2 rows and 3 columns.",
                        "cron: Loses work, white heavy check mark.",
                        "Loses work, no; Price, 3 €.");
        assertThat(write(article).ledger())
                .extracting(Script.Entry::treatment)
                .containsExactly(Block.Treatment.SKIPPED, Block.Treatment.READ);
        assertThat(write(article).ledger().getFirst().reason()).contains("said with its table");
    }

    @Test
    void anAnnouncedTableIsReadOnRequest() {
        List<String> row = List.of("a", "b", "c", "d", "e");
        Article article =
                article(
                        "T",
                        announced(
                                "t",
                                new Block.Kind.Table(List.of(row, row, row, row, row)),
                                "all of it"));

        assertThat(said(article)).endsWith("By Ada Ferrer", "Table, 4 rows and 5 columns.");
        assertThat(said(article, ContentKind.TABLES, Policy.READ))
                .hasSize(7)
                .endsWith("a: b, b; c, c; d, d; e, e.");
    }

    @Test
    void aCaptionIsReadOnceWithItsPicture() {
        Article article =
                article(
                        "T",
                        announced("i", new Block.Kind.Image("A line", "Noon"), ""),
                        skipped("c", new Block.Kind.Caption(), "Noon"),
                        announced("j", new Block.Kind.Image("A door", ""), ""),
                        skipped("d", new Block.Kind.Caption(), "Dusk"));

        assertThat(said(article)).endsWith("Picture: A line. Noon", "Picture: A door. Dusk");
        assertThat(said(article, ContentKind.FIGURES, Policy.READ))
                .endsWith("A line. Noon", "A door. Dusk");
        assertThat(write(article).ledger().get(1).reason()).contains("said with its picture");
        assertThat(
                        ScriptWriter.write(
                                        article,
                                        "en",
                                        ScriptOptions.DEFAULT.with(
                                                ContentKind.FIGURES, Policy.SKIP))
                                .ledger())
                .extracting(entry -> entry.reason().orElse(""))
                .containsExactly(
                        "pictures are left out",
                        "what it belongs to is left out",
                        "pictures are left out",
                        "what it belongs to is left out");
    }

    @Test
    void aFootnoteIsReadOnRequest() {
        Article article = article("T", skipped("f", new Block.Kind.Footnote(), "Little, 1961."));

        assertThat(said(article)).endsWith("By Ada Ferrer");
        assertThat(said(article, ContentKind.FOOTNOTES, Policy.ANNOUNCE))
                .endsWith("Footnote: Little, 1961.");
        assertThat(said(article, ContentKind.FOOTNOTES, Policy.READ)).endsWith("Little, 1961.");
    }

    @Test
    void formulasAreAnnouncedOrReadAsWords() {
        String text = "So n = m and \\frac{a}{b} hold.";
        Article article =
                article(
                        "T",
                        announced("f", new Block.Kind.Formula(), "L = \\lambda W"),
                        new Block(
                                "p",
                                new Block.Kind.Paragraph(),
                                text,
                                Block.Treatment.READ,
                                Optional.empty(),
                                List.of(
                                        new Block.Inline.Formula(3, 8),
                                        new Block.Inline.Formula(13, 24))));

        assertThat(said(article)).endsWith("Formula.", "So n = m and formula hold.");
        assertThat(said(article, ContentKind.FORMULAS, Policy.READ))
                .endsWith("L equals lambda W", "So n = m and a over b hold.");
        assertThat(said(article, ContentKind.FORMULAS, Policy.SKIP)).endsWith("So and hold.");
    }

    @Test
    void aSimpleInlineFormulaIsReadUnlessFormulasAreSkipped() {
        Block block =
                new Block(
                        "p",
                        new Block.Kind.Paragraph(),
                        "So $E = mc^2$ holds.",
                        Block.Treatment.READ,
                        Optional.empty(),
                        List.of(new Block.Inline.Formula(3, 13)));

        assertThat(said(article("T", block))).endsWith("So E equals mc squared holds.");
    }

    @Test
    void blocksSkippedByLoadPostStaySkipped() {
        Article article = article("T", skipped("c", JAVA, "menu();"));

        assertThat(said(article, ContentKind.CODE, Policy.READ)).endsWith("By Ada Ferrer");
    }

    private static List<String> said(Article article, ContentKind matter, Policy policy) {
        return ScriptWriter.write(article, "en-US", ScriptOptions.DEFAULT.with(matter, policy))
                .passages()
                .stream()
                .map(Passage::text)
                .toList();
    }

    private static List<String> said(Article article) {
        return write(article).passages().stream().map(Passage::text).toList();
    }

    private static Script write(Article article) {
        return ScriptWriter.write(article, "en-US", ScriptOptions.DEFAULT);
    }
}
