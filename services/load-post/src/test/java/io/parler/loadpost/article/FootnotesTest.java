package io.parler.loadpost.article;

import static io.parler.loadpost.article.TestPages.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootnotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='footnotes'><ol><li id='fn:1'><p>Holm, 1887. <a href='#fnref:1' class='reversefootnote'>↩</a></p></li></ol></div>",
                "<section class='footnotes' role='doc-endnotes'><hr><ol><li id='fn1'>Holm, 1887.<a href='#fnref1' class='footnote-back' role='doc-backlink'>↩︎</a></li></ol></section>",
                "<div class='footnotes' role='doc-endnotes'><hr><ol><li id='fn:1'><p>Holm, 1887.&#160;<a href='#fnref:1' class='footnote-backref'>&#x21a9;&#xfe0e;</a></p></li></ol></div>",
                "<div class='footnote'><a id='footnote-1' href='#footnote-anchor-1' class='footnote-number'>1</a><div class='footnote-content'><p>Holm, 1887.</p></div></div>",
                "<ol class='references'><li id='cite_note-1'><span class='mw-cite-backlink'><b><a href='#cite_ref-1'>^</a></b></span> <span class='reference-text'>Holm, 1887.</span></li></ol>",
                "<ol class='easy-footnotes-wrapper'><li class='easy-footnote-single'><span id='easy-footnote-bottom-1-9'></span>Holm, 1887.<a class='easy-footnote-to-top' href='#easy-footnote-1-9'></a></li></ol>",
                "<p>A ship <label class='margin-toggle sidenote-number'></label><span class='sidenote'>Holm, 1887.</span> came in.</p>",
                "<div role='doc-footnote'><p>Holm, 1887. <a href='#r1'>Back</a></p></div>"
            })
    void aFootnoteIsKeptButNotRead(String html) {
        List<Block> notes =
                TestPages.blocks(LONG + html).stream()
                        .filter(block -> block.content().equals(new Content.Footnote()))
                        .toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().text()).isEqualTo("Holm, 1887.");
        assertThat(notes.getFirst().reason()).contains("footnotes are not read aloud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li><a id=p1 href=#>1</a> The lamp is lit at noon.</li></ul>",
                "<p><a id='p]1' href=#q1>1</a> The lamp is lit at noon.</p><p>As <a id=q1 href=#p2>2</a> says.</p>"
            })
    void aNumberThatLeadsToNoMarkIsText(String html) {
        assertThat(TestPages.spoken(TestPages.blocksAmidText(html)))
                .anyMatch(text -> text.endsWith("The lamp is lit at noon."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    A ship<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup> came in. | A ship came in.
                    A ship<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a> came in. | A ship came in.
                    A ship came in <sup><a href="#fn2">[2]</a></sup>. | A ship came in.
                    A ship<a href="#footnote-3" class="footnote-anchor">3</a> came in. | A ship came in.
                    A ship<sup class="reference"><a href="#cite_note-4">[4]</a></sup><sup class="reference"><a href="#cite_note-5">[5]</a></sup> came in. | A ship came in.
                    A ship<span class="easy-footnote"><a href="#easy-footnote-bottom-1-9"><sup>1</sup></a></span> came in. | A ship came in.
                    A ship <a href="#fn1">[1]</a> came in. | A ship came in.
                    A ship<sup><a href="#a">1</a>, <a href="#b">2</a></sup> came in. | A ship came in.
                    A ship<sup><a href="#fn1">*26</a></sup> came<sup><a href="#fn2">(*27)</a></sup> in. | A ship came in.
                    A ship of 20 m<sup>2</sup> came in. | A ship of 20 m² came in.
                    The 1<sup>st</sup> of 10<sup>6</sup> ships. | The 1st of 10⁶ ships.
                    See <a href="#fn-table">the table of functions</a>. | See the table of functions.
                    See <a href="/notes#3">3</a> for it. | See 3 for it.
                    """)
    void aFootnoteMarkIsNotTextButASuperscriptIs(String html, String text) {
        assertThat(TestPages.spoken(TestPages.blocksAmidText("<p>" + html + "</p>")))
                .contains(text);
    }
}
