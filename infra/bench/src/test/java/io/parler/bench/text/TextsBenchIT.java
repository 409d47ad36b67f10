package io.parler.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TextsBenchIT {
    /// Quadratic time would be more than 9 times as long for a text that is 4 times as long.
    @Test
    void theTimeOfEachStepGrowsNoFasterThanTheText() {
        assertThat(new CommandLine(new TextsBench()).execute("--length", "3000")).isZero();
    }
}
