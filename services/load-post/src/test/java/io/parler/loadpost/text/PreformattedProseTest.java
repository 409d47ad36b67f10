package io.parler.loadpost.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.TestPages;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreformattedProseTest {
    private static final String STANDARD =
            """
            <pre>Harbour Working Group                                      I. Brandt
            Abstract

               This memo describes how a lighthouse counts ships.  It holds for
               all keepers, and for well-
               trained deputies.  Nothing in it is <a href="/x">new</a>.

            1. Introduction..................................................2

            <span class="h2">1.  Introduction</span>

               Ships pass at night.  They are counted by hand, one by one, and
               written down.  A ship that is not written down has not passed.

               * Write down what you saw.
               * Write it down now, while the ship is
                 in sight.

            Brandt                   Informational                    [Page 1]
            RFC 9999                  Counting Ships                March 2026

                 +--------+      +-------+
                 | keeper | ---> |  log  |
                 +--------+      +-------+

               Then the keeper sleeps, and the deputy takes over.  Of this,
               nothing is known, as no deputy ever wrote anything down.
            </pre>
            """;

    @Test
    void aPageInOnePreIsReadAsProse() {
        List<Block> blocks = TestPages.blocks(STANDARD);
        assertThat(TestPages.spoken(blocks))
                .contains(
                        "This memo describes how a lighthouse counts ships. It holds for all keepers,"
                                + " and for well-trained deputies. Nothing in it is new.",
                        "1. Introduction",
                        "Write it down now, while the ship is in sight.")
                .noneMatch(text -> text.contains("[Page 1]") || text.contains("RFC 9999"))
                .noneMatch(text -> text.contains("...."));
        assertThat(blocks.stream().filter(block -> block.text().startsWith("1. Introduction")))
                .extracting(Block::spoken)
                .containsExactly(Spoken.SKIPPED, Spoken.READ);
        assertThat(blocks.stream().filter(block -> block.content() instanceof Content.Code))
                .singleElement()
                .matches(block -> block.text().contains("| keeper | ---> |  log  |\n"));
        assertThat(blocks.stream().map(Block::content))
                .contains(new Content.Heading(2), new Content.ListItem(false, 1, 1));
    }

    @Test
    void aPreBesideParagraphsIsCode() {
        List<Block> blocks =
                TestPages.blocks(
                        TestPages.LONG
                                + TestPages.LONG
                                + STANDARD.replace("<pre>", "<pre class=language-text>")
                                + TestPages.LONG);
        assertThat(blocks.stream().filter(block -> block.content() instanceof Content.Code))
                .hasSize(1);
    }
}
