package io.parler.loadpost.block;

import static io.parler.loadpost.article.TestPages.blocksAmidText;
import static io.parler.loadpost.article.TestPages.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists, exponents, note marks, pictures and deletions within a text, as their authors mean them.
class TextAsOnThePageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <ol><li value=100>Coffee<li>Tea<li value=7>Milk<li>Rum</ol>           | 100 101 7 8
                    <ol reversed><li>Bronze<li>Silver<li>Gold</ol>                        | 3 2 1
                    <ol reversed start=10><li>Bronze<li>Silver</ol>                       | 10 9
                    <ol start=4><li>Bronze<li>Silver</ol>                                 | 4 5
                    <ol><li><p>Sweep it.</p><p>Do it now.</p></li><li><p>Go.</p></li></ol> | 1 - 2
                    <ol><li>Sweep it.<ul><li>At once.</ul><p>Do it now.</p></li><li>Go.</ol> | 1 - - 2
                    """)
    void theItemsOfAListHaveTheNumbersOfThePage(String html, String numbers) {
        List<String> found =
                blocksAmidText(html).stream()
                        .map(block -> (Content.ListItem) block.content())
                        .map(item -> item.ordered() ? String.valueOf(item.index()) : "-")
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    In 1999<sup>3</sup> they came.              | In 1999 they came.
                    The fourth<sup>26</sup> boat came.          | The fourth boat came.
                    The fifth<sup>a</sup> boat came.            | The fifth boat came.
                    It was in spring.<sup>12</sup> Then rain.   | It was in spring. Then rain.
                    A claim<sup>[4]</sup> was made.             | A claim was made.
                    A claim<sup>†</sup> was made.               | A claim was made.
                    A claim<sup><a href=#f>*26</a></sup> was.   | A claim was.
                    A claim<sup><a href=#f>(*27)</a></sup> was. | A claim was.
                    """)
    void aNoteMarkIsNotRead(String html, String text) {
        assertThat(spoken(blocksAmidText("<p>" + html))).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The letter <img alt="ж" src=z.gif> closes it.         | The letter ж closes it.
                    And she <img alt=loves src=h.png> the river.          | And she loves the river.
                    <img alt=T src=t.png>he lamp was lit at six.          | The lamp was lit at six.
                    Press <svg role=img aria-label=Play></svg> to hear.   | Press Play to hear.
                    <ruby>神聖文字<rt>ヒエログリフ</rt></ruby>の船が来た。       | ヒエログリフの船が来た。
                    It costs <s>40</s> 30 crowns.                         | It costs 30 crowns.
                    A <del>dinghy</del> <ins>coracle</ins> came.          | A coracle came.
                    A <span style="text-decoration: line-through">dinghy</span> coracle came. | A coracle came.
                    """)
    void picturesReadingsAndDeletionsWithinASentence(String html, String text) {
        assertThat(spoken(blocksAmidText("<p>" + html))).containsExactly(text);
    }

    @Test
    void deletedTextIsListed() {
        assertThat(blocksAmidText("<p>It costs <s>40 crowns</s> 30 crowns."))
                .anyMatch(
                        block ->
                                block.text().equals("40 crowns")
                                        && block.reason()
                                                .filter("deleted text"::equals)
                                                .isPresent());
    }

    @Test
    void aPictureBesideATextIsNamedAfterIt() {
        List<Block> blocks =
                blocksAmidText("<p><img alt='The quay at noon' src=q.jpg> The boats came home.");
        assertThat(blocks).anyMatch(block -> block.content() instanceof Content.Image);
        assertThat(spoken(blocks)).containsExactly("The boats came home.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=crayon-syntax><table><tr><td class=crayon-nums><div>1</div><div>2</div></td>"
                        + "<td class=crayon-code><div>norm = 0</div><div>print(norm)</div></td></table></div>",
                "<table class=highlighttable><tr><td class=linenos><div>1\n2</div></td>"
                        + "<td class=code><div>norm = 0</div><div>print(norm)</div></td></table>",
                "<table class=highlight><tr><td class=blob-num></td><td class=blob-code>norm = 0</td></tr>"
                        + "<tr><td class=blob-num></td><td class=blob-code>print(norm)</td></table>",
                "<div class=syntaxhighlighter><table><tr><td class=gutter>1<br>2</td>"
                        + "<td class=code><div><div>norm = 0</div><div>print(norm)</div></div></td></table></div>"
            })
    void aListingInATableIsCodeWithoutItsLineNumbers(String html) {
        List<Block> code =
                blocksAmidText(html).stream()
                        .filter(block -> block.content() instanceof Content.Code)
                        .toList();
        assertThat(code).hasSize(1);
        assertThat(code.getFirst().text()).isEqualTo("norm = 0\nprint(norm)");
        assertThat(code.getFirst().spoken()).isEqualTo(Spoken.ANNOUNCED);
    }

    private static final String PARAGRAPH =
            "<p>The boats came home late, and nobody had thought of it, or had wanted to think of"
                    + " it, before the evening.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thoughts",
                "Notes",
                "Discussion",
                "Sources",
                "Comments on the draft",
                "More on caching",
                "Previous on this",
                "References",
                "See also"
            })
    void aLastSectionOfTheAuthorsTextIsReadWhateverItsTitle(String title) {
        List<String> read = spoken(blocksAmidText("<h2>" + title + "</h2>" + PARAGRAPH.repeat(4)));
        assertThat(read).hasSize(5);
    }

    @Test
    void aBoxOfLinksInTheMiddleDoesNotSilenceWhatFollows() {
        List<String> read =
                spoken(
                        blocksAmidText(
                                "<div><h3>More from UK</h3><h4><a href=/1>Another story</a></h4>"
                                        + "<h4><a href=/2>A third story</a></h4></div>"
                                        + PARAGRAPH));
        assertThat(read).hasSize(1).allMatch(text -> text.startsWith("The boats came home"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>3 Comments</h2>"
                        + "<p>Jon Vik says:</p><p>I was there, and I saw it as well, on that very evening in May.</p>",
                "<h2>Notes</h2><ol><li>Holm, 1887.</li><li>Vik, 1901.</li></ol>",
                "<h2>References</h2><p>[1] Holm, A. (1887). The lamp and the sea, in seven parts. Harbour Press.</p>",
                "<h3>About Harbour</h3><p>Harbour is a global provider of lamps with offices in 15 countries.</p>",
                "<h3>Related articles</h3><p><a href=/1>The foghorn</a></p><p><a href=/2>The quay</a></p>"
            })
    void aSectionThatIsWhatItsTitleSaysIsSkipped(String html) {
        List<Block> blocks =
                io.parler.loadpost.article.TestPages.blocks(
                        io.parler.loadpost.article.TestPages.LONG.repeat(1)
                                + PARAGRAPH.repeat(4)
                                + html);
        assertThat(spoken(blocks))
                .allMatch(
                        text ->
                                text.startsWith("The keeper went up")
                                        || text.startsWith("The boats came home"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Advert",
                "Image 1 of 5",
                "The quay at five (Image: GETTY)",
                "SEE MORE: The foghorn speaks",
                "Tags: lamps, harbour",
                "This slideshow requires JavaScript.",
                "Media playback is unsupported on your device",
                "Loading paragraph...",
                "ATTENTION: comments with offensive text will not be approved by the moderator.",
                "Tide Media uses cookies to give you the best experience."
            })
    void aLineThatThePageAddsIsSkipped(String line) {
        assertThat(spoken(blocksAmidText("<p>" + line + "</p>")).stream().filter(Objects::nonNull))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image 1 of 5 shows the lamp, and the others show the sea.",
                "The players love it (photo or not).",
                "Tags are words that name what a post is about.",
                "Comments were closed, because nobody had time to read them.",
                "Loading the boat took an hour."
            })
    void aSentenceThatResemblesSuchALineIsRead(String line) {
        assertThat(spoken(blocksAmidText("<p>" + line + "</p>"))).containsExactly(line);
    }
}
