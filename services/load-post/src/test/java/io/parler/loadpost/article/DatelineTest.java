package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
    private static final String TEXT =
            "<p>The keeper went up, looked out, wrote down what he saw, and came down again. </p>"
                    .repeat(9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Posted on: Thu 02 April 2026 by pmc         | 2026-04-02 | pmc",
                "Posted on April 2nd, 2026 by Ada Ferrer     | 2026-04-02 | Ada Ferrer",
                "By Ada Ferrer                               |            | Ada Ferrer",
                "2026-04-02                                  | 2026-04-02 |",
                "Last updated on 3 May 2026                  |            |",
                "They met on 2 April 2026 by the old harbour. |           |",
            })
    void dateAndAuthorAreReadFromTheLinesAboveTheText(
            String line, @Nullable String date, @Nullable String author) {
        String page =
                "<title>Ships</title><article><h1>Ships</h1><p>%s</p>%s</article>"
                        .formatted(line, TEXT);

        assertThat(new ArticleReader().read(page, "https://harbour.example/ships"))
                .isInstanceOfSatisfying(
                        ArticleResult.Found.class,
                        found -> {
                            assertThat(found.article().publishedAt())
                                    .isEqualTo(
                                            Optional.ofNullable(date)
                                                    .map(d -> Instant.parse(d + "T00:00:00Z")));
                            assertThat(found.article().author())
                                    .isEqualTo(Optional.ofNullable(author));
                        });
    }
}
