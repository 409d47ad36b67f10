package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The blocks of an article account for everything that is visible in its region of the page: each
/// word is read, announced or skipped once, in the order of the page. The site's own header and
/// footer may be listed too.
class LedgerTest {
    private static final Pattern WORD = Pattern.compile("z(?:[b-y]a)+z");
    private static final int PAGES = 400;

    @Test
    void everyVisibleWordIsListedOnceAndInOrder() {
        LongStream.range(0, PAGES).forEach(LedgerTest::check);
    }

    private static void check(long seed) {
        RandomPage page = RandomPage.of(seed);
        if (!(new ArticleReader().read(page.html(), TestPages.URL)
                instanceof ArticleResult.Found(Article article))) {
            return; // nothing there to be read
        }
        List<String> listed = without(page.chrome(), words(article.blocks()));
        assertThat(listed)
                .as("words of page %d: %s", seed, page.html())
                .containsExactlyInAnyOrderElementsOf(page.visible());
        assertThat(without(page.offLine(), listed))
                .as("order of page %d: %s", seed, page.html())
                .isEqualTo(without(page.offLine(), page.visible()));
    }

    private static List<String> words(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> WORD.matcher(block.text()).results())
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> without(List<String> removed, List<String> words) {
        var rest = new ArrayList<>(words);
        rest.removeAll(removed);
        return rest;
    }

    @Test
    void whatIsSkippedInATableIsListedAfterIt() {
        List<Block> blocks =
                TestPages.blocksAmidText(
                        "<table><tr><th>Port<th>Ships</tr><tr><td>Oslo<td>12"
                                + "<div class=tooltip-text>of 2026</div></tr></table>");

        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly("Port Ships\nOslo 12", "of 2026");
        assertThat(blocks.getLast().reason()).contains("a tooltip");
    }

    @Test
    void theButtonOfAListingIsListedAfterIt() {
        List<Block> blocks =
                TestPages.blocksAmidText("<pre>int lamps = 1;<button>Copy</button></pre>");

        assertThat(blocks).extracting(Block::text).containsExactly("int lamps = 1;", "Copy");
    }

    @Test
    void buttonsAreWordsOfTheirOwn() {
        List<Block> blocks =
                TestPages.blocksAmidText(
                        "<form><input name=q><button>Search</button><button>Close</button></form>");

        assertThat(blocks).extracting(Block::text).containsExactly("Search Close");
    }

    @Test
    void whatIsSkippedBeforeALineIsListedBeforeIt() {
        List<Block> blocks =
                TestPages.blocksAmidText(
                        "<ol><li><span class=tooltip-text>Seen</span>The keeper saw a ship.</ol>");

        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly("Seen", "The keeper saw a ship.");
        assertThat(blocks.getLast().content()).isEqualTo(new Block.Content.ListItem(true, 1, 1));
    }

    @Test
    void theEditButtonOfAWikiIsListedAfterItsHeading() {
        List<Block> blocks =
                TestPages.blocksAmidText(
                        "<h2>Ships<span class=mw-editsection>[<a href=/edit>edit</a>]</span></h2>");

        assertThat(blocks).extracting(Block::text).startsWith("Ships", "[edit]");
    }
}
