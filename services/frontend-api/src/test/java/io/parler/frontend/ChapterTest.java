package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.LibraryEntry.Completed;
import io.parler.id.ConversionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterTest {
    private static final String LONG = "word ".repeat(90).strip();

    @ParameterizedTest
    @CsvSource({"0, Old, New", "0, Prologue, Prologue", "63.4, Old, Old"})
    void theFirstChapterOfARenamedRecordingHasItsNewTitle(
            double start, String before, String after) {
        assertThat(renamed("Old", new Chapter(start, before), "New"))
                .isEqualTo(new Chapter(start, after));
    }

    @Test
    void aTitleThatWasCutForTheChapterIsReplacedToo() {
        String cut = LONG.substring(0, 194) + "…";

        assertThat(renamed(LONG, new Chapter(0, cut), "New").title()).isEqualTo("New");
        assertThat(renamed("word…", new Chapter(0, "w…"), "New").title()).isEqualTo("w…");
    }

    @Test
    void aLongNewTitleIsCutForTheChapter() {
        assertThat(renamed("Old", new Chapter(0, "Old"), LONG).title())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
        String faces = "x" + "\ud83d\ude00".repeat(200);
        assertThat(renamed("Old", new Chapter(0, "Old"), "x" + faces).title())
                .hasSizeBetween(199, 200)
                .endsWith("\ude00…");
        assertThat(renamed("Old", new Chapter(0, "Old"), faces).title())
                .hasSizeBetween(199, 200)
                .endsWith("\ude00…");
    }

    private static Chapter renamed(String title, Chapter chapter, String other) {
        Completed conversion =
                new Completed(
                        ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow(),
                        "public",
                        1,
                        title,
                        Optional.empty(),
                        "v",
                        new Audio("audio/x/a.mp3", 7, 0.125),
                        false,
                        new CompletedDetails(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(chapter)));
        return conversion.titled(other).details().chapters().getFirst();
    }
}
