package io.parler.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();

        assertThat(Percentile.of(hundred, 50)).isEqualTo(50);
        assertThat(Percentile.of(hundred, 99)).isEqualTo(99);
        assertThat(Percentile.of(List.of(7L), 50)).isEqualTo(7);
        assertThat(Percentile.of(List.of(), 99)).isZero();
    }
}
