package io.parler.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "iw, he",
        "iw-IL, he-IL",
        "in, id",
        "ji, yi",
        "sh, sr",
        "mo, ro",
        "no, nb",
        "NO, nb",
        "no-NO, nb-NO",
        "en_GB, en-GB",
        "'de, en', de",
        "is, is",
    })
    void anOldCodeBecomesTodays(String declared, String tag) {
        assertThat(LanguageTag.of(declared)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "mul", "english language", "x"})
    void whatNamesNoLanguageIsIgnored(String declared) {
        assertThat(LanguageTag.of(declared)).isEmpty();
    }
}
