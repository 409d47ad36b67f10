package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why queues beat cron | why-queues-beat-cron",
                "Über Größe & Maß!    | uber-grosse-mass",
                "Don't panic, 42      | dont-panic-42",
                "../../etc/passwd     | etc-passwd",
                "Stian Møllersens første reise | stian-mollersens-forste-reise",
                "Łódź, Đorđe & Þór    | lodz-dorde-thor",
                "Старый дом у реки     | staryy-dom-u-reki",
                "Το παλιό σπίτι        | to-palio-spiti",
                "Hooray for hy­phen­ation | hooray-for-hyphenation",
                "%00\"; rm            | 00-rm",
            })
    void aTitleBecomesAFileName(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Test
    void titlesWithoutLatinLettersHaveNamesOfTheirOwn() {
        assertThat(Slug.of("队列")).matches("post-[0-9a-f]{8}").isNotEqualTo(Slug.of("古い家"));
        assertThat(Slug.of("队列")).isEqualTo(Slug.of("队列"));
    }

    @Test
    void onlyTheBeginningOfATitleIsRead() {
        assertThat(Slug.of("a" + "\u0301".repeat(600) + "b")).isEqualTo("a");
    }

    @Test
    void aLongTitleEndsAtAWord() {
        assertThat(Slug.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(60).endsWith("-word");
        assertThat(Slug.of("x".repeat(200))).hasSize(60);
    }
}
