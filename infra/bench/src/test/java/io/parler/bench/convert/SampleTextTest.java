package io.parler.bench.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTextTest {
    @Test
    void paragraphsAreDistinctAndFitInACall() {
        List<String> paragraphs = SampleText.paragraphs(50_000, 1);

        assertThat(paragraphs)
                .doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one).hasSizeBetween(10, 3_000));
        assertThat(paragraphs.stream().mapToInt(String::length).sum()).isBetween(50_000, 53_000);
    }

    @Test
    void theSameSeedGivesTheSameText() {
        assertThat(SampleText.paragraphs(2_000, 7)).isEqualTo(SampleText.paragraphs(2_000, 7));
    }
}
