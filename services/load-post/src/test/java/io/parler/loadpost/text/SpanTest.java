package io.parler.loadpost.text;

import static io.parler.loadpost.article.TestPages.blocksAmidText;
import static io.parler.loadpost.article.TestPages.spans;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.TestPages;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.text.InlineTextBuilder.Style;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final Style FRENCH = new Style(false, false, Optional.of("fr"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    He said <i lang="fr">  bon voyage </i>and left. | fr: bon voyage
                    He said <i lang="fr">bon</i> <i lang="fr">voyage</i>. | fr: bon voyage
                    <span xml:lang="de_AT">Servus</span>, he said. | de-AT: Servus
                    """)
    void aPassageInAnotherLanguageIsMarked(String html, String span) {
        assertThat(spans(blocksAmidText("<p>" + html + "</p>").getFirst())).containsExactly(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span lang='en-GB'>a colour</span>",
                "<span lang=''>x</span>",
                "<span lang='und'>x</span>",
                "<span lang='no such language'>x</span>",
                "<span lang='fr'> </span>",
                "<span lang='de'>This is what a word processor marks at random, and it is not that the"
                        + " text of it is German for this</span>"
            })
    void aPassageInTheArticlesLanguageIsNotMarked(String html) {
        assertThat(blocksAmidText("<p>He wrote down: " + html + "</p>").getFirst().spans())
                .isEmpty();
    }

    @Test
    void aBlockInAnotherLanguageIsMarkedAsAWhole() {
        Block block =
                blocksAmidText("<blockquote lang=la><p>Festina lente.</blockquote>").getFirst();
        assertThat(spans(block)).containsExactly("la: Festina lente.");
    }

    @Test
    void anArticleMarkedAsAWholeHasThatLanguage() {
        String german = "<p>Der Wärter stieg auf den Turm, und er sah nicht nur das Meer. ";
        Article article =
                TestPages.article(
                        "<html lang=en><title>Turm</title><main><article lang=de-CH>"
                                + german.repeat(12));
        assertThat(article.language()).contains("de-CH");
        assertThat(article.blocks()).allMatch(block -> block.spans().isEmpty());
    }

    @Test
    void aFormulaSplitsAForeignPassage() {
        var text = new InlineTextBuilder();
        text.append("so ", Style.PLAIN);
        text.append("on a ", FRENCH);
        text.formula("x^2", FRENCH);
        text.append(" donc", FRENCH);
        InlineTextBuilder.Text taken = text.build();
        assertThat(taken.text()).isEqualTo("so on a x^2 donc");
        assertThat(taken.spans())
                .containsExactly(
                        new Span.Foreign(3, 7, "fr"),
                        new Span.Formula(8, 11),
                        new Span.Foreign(12, 16, "fr"));
    }

    /// The words show what they are: capitals are French, digits are formulas, the rest is plain.
    @RepeatedTest(200)
    void spansStayOnTheirWordsWhenWhiteSpaceIsCollapsed(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var text = new InlineTextBuilder();
        for (int i = 0; i < 40; i++) {
            switch (random.nextInt(7)) {
                case 0 -> text.append(word(random, "abc", true), Style.PLAIN);
                case 1 -> text.append(word(random, "XYZ", true), FRENCH);
                case 2 -> text.formula(word(random, "123", false), Style.PLAIN);
                case 3 -> text.formula(word(random, "123", false), FRENCH);
                case 4 ->
                        text.append(
                                " \n\u00ad\u200b ", random.nextBoolean() ? FRENCH : Style.PLAIN);
                case 5 -> text.lineBreak();
                default -> text.omitMark();
            }
        }
        InlineTextBuilder.Text taken = text.build();
        int last = 0;
        for (Span span : taken.spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            assertThat(taken.text().substring(last, span.start())).matches("[abc\\s]*");
            String marked = taken.text().substring(span.start(), span.end());
            assertThat(marked).isEqualTo(marked.strip());
            assertThat(marked).matches(span instanceof Span.Formula ? "[123]+" : "[XYZ\\s]+");
            last = span.end();
        }
        assertThat(taken.text().substring(last)).matches("[abc\\s]*");
    }

    private static String word(Random random, String letters, boolean spaced) {
        var out = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            out.append(letters.charAt(random.nextInt(letters.length())));
            out.append(spaced && random.nextInt(3) == 0 ? " \n" : "");
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <span class="katex"><span class="katex-mathml"><math><semantics><mi>n</mi><annotation encoding="application/x-tex">n^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">n2</span></span> | n^2
                    <span class="MathJax_Preview">n2</span><span class="MathJax">n2</span><script type="math/tex">n^2</script> | n^2
                    <mjx-container><mjx-math aria-hidden="true">n2</mjx-math><mjx-assistive-mml><math><msup><mi>n</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container> | n2
                    <math alttext="{\\displaystyle n^2}"><mi>n</mi></math> | n^2
                    <img class="latex" src="/l.png" alt="n^2"> | n^2
                    \\(n^2\\) | \\(n^2\\)
                    $n^2$ | $n^2$
                    """)
    void aFormulaIsInTheTextOnceWhicheverLibraryDrawsIt(String html, String formula) {
        Block block = blocksAmidText("<p>It grows with " + html + " steps.</p>").getFirst();
        assertThat(block.text()).isEqualTo("It grows with " + formula + " steps.");
        assertThat(spans(block)).containsExactly("formula: " + formula);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 here and $6 there.",
                "Match it with <code>\\(.*\\)</code> or not.",
                "From $10 to $20, as $HOME=$PWD shows."
            })
    void pricesAndCodeAreNotFormulas(String text) {
        assertThat(blocksAmidText("<p>" + text + "</p>").getFirst().spans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>$$L = \\lambda W$$</p>",
                "<p>\\[L = \\lambda W\\]</p>",
                "<p><img class=latex src=/l.png alt='L = \\lambda W'>.</p>",
                "<p><span class=katex-display><span class=katex><math><annotation encoding='application/x-tex'>"
                        + "L = \\lambda W</annotation></math></span></span></p>",
                "<div><script type='math/tex; mode=display'>L = \\lambda W</script></div>"
            })
    void aFormulaOnALineOfItsOwnIsAnnounced(String html) {
        Block block = blocksAmidText(html).getFirst();
        assertThat(block.content()).isEqualTo(new Content.Formula());
        assertThat(block.spoken()).isEqualTo(Spoken.ANNOUNCED);
        assertThat(block.text()).contains("L = \\lambda W");
    }
}
