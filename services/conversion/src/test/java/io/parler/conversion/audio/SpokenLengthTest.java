package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLengthTest {
    /// The written form and the words of a voice: within a third of each other.
    @ParameterizedTest
    @CsvSource({
        "in 1998, in nineteen ninety-eight",
        "'$250,000', two hundred fifty thousand dollars",
        "40 apple trees, forty apple trees",
        "12 %, twelve percent",
        "a word, a word",
        "'', a",
    })
    void aNumberIsAsLongAsItsWords(String written, String spoken) {
        assertThat((double) SpokenLength.of(written) / spoken.length()).isBetween(0.66, 1.34);
    }
}
