package io.parler.loadpost.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRowsTest {
    @ParameterizedTest
    @CsvSource({
        "6, 4, 12, true",
        "5, 5, 3, false",
        "2, 2, 75, true",
        "2, 2, 76, false",
    })
    void aTableIsReadUpTo24CellsAnd300Characters(
            int rows, int columns, int characters, boolean small) {
        List<String> row = Collections.nCopies(columns, "x".repeat(characters));

        assertThat(TableRows.isSmall(Collections.nCopies(rows, row))).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({"3, READ", "30, ANNOUNCED"})
    void aSmallTableIsReadAndALargeOneAnnounced(int rows, Block.Spoken spoken) {
        String table =
                "<table><tr><th>Kettle</th><th>Minutes</th></tr>%s</table>"
                        .formatted("<tr><td>Blue</td><td>four</td></tr>".repeat(rows));
        String text = "<p>The kettle was on and nobody in the house was in a hurry at all.</p>";

        ArticleResult reading =
                new ArticleReader()
                        .read(
                                "<title>Kettles</title><article>%s</article>"
                                        .formatted(text.repeat(9) + table + text.repeat(9)),
                                "https://example.org/");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        ArticleResult.Found.class,
                        found ->
                                assertThat(found.article().blocks())
                                        .filteredOn(b -> b.content() instanceof Block.Content.Table)
                                        .extracting(Block::spoken)
                                        .isEqualTo(List.of(spoken)));
    }

    @Test
    void aTableInABoilerplateBoxIsSkipped() {
        String text =
                "<p>The kettle was on and nobody in the house was in a hurry at all.</p>".repeat(9);
        String table =
                "<table><tr><th>Kettle</th><th>Minutes</th></tr><tr><td>Blue</td><td>four</td></tr></table>";

        ArticleResult reading =
                new ArticleReader()
                        .read(
                                "<title>Kettles</title><article>%s<div class='newsletter'>%s</div>%s</article>"
                                        .formatted(text, table, text),
                                "https://example.org/");

        assertThat(((ArticleResult.Found) reading).article().blocks())
                .noneMatch(
                        block ->
                                block.text().contains("Blue")
                                        && block.spoken() != Block.Spoken.SKIPPED);
    }
}
