package io.parler.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {
    @Test
    void everyTypeIsDescribedAndEveryDescriptionHasAType() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug))
                .containsExactlyInAnyOrderElementsOf(ProblemDescription.readAll().keySet());
    }

    @Test
    void aProblemHasTheTitleAndTheStatusOfItsType() {
        Problem problem = Problem.of(ProblemType.NO_FEED, "None at https://example.com.");
        assertThat(problem.type())
                .isEqualTo("/problems/no-feed")
                .isEqualTo(ProblemType.NO_FEED.path());
        assertThat(problem.title()).isEqualTo("No feed at that address");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.is(ProblemType.NO_FEED)).isTrue();
    }

    @Test
    void everyTypeIsAnErrorAndSaysWhatToDo() {
        assertThat(ProblemType.values())
                .allSatisfy(
                        type -> {
                            assertThat(type.status()).isBetween(400, 599);
                            assertThat(type.title()).matches("[A-Z].*[^.]");
                            assertThat(type.help()).endsWith(".");
                        });
    }
}
