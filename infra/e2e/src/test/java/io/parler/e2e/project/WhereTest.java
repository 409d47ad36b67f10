package io.parler.e2e.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/where.md names files that exist, and names that are in them.
class WhereTest {
    private static final Pattern PLACE =
            Pattern.compile("\\| `([^`… ]+/[^`… ]+)`(?: `(\\w+)`)? \\|");

    @Test
    void eachFileExistsAndHoldsTheName() {
        List<MatchResult> places =
                PLACE.matcher(ProjectFiles.read(ProjectFiles.path("docs/where.md")))
                        .results()
                        .toList();
        assertThat(places).hasSizeGreaterThan(12);
        for (MatchResult place : places) {
            assertThat(ProjectFiles.path(place.group(1))).exists();
            if (place.group(2) != null) {
                assertThat(ProjectFiles.read(ProjectFiles.path(place.group(1))))
                        .as(place.group(1))
                        .contains(place.group(2));
            }
        }
    }
}
