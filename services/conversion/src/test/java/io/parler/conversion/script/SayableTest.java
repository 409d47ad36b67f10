package io.parler.conversion.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.com/a/b?c=d#e for more.  | See example.com for more.",
                "It is at https://example.com.                | It is at example.com.",
                "(https://example.com/a)                       | (example.com)",
                "Go to www.example.com/x, then rest.          | Go to example.com, then rest.",
            })
    void ofAWebAddressOnlyTheHostIsSaid(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @Test
    void theInvisibleIsNotSaid() {
        assertThat(said("a\u00adb\u200bc \u0007d\ufeff\ud800")).isEqualTo("abc d");
    }

    @Test
    void whiteSpaceIsOneSpace() {
        assertThat(said(" one\n\ttwo\u00a0 three ")).isEqualTo("one two three");
    }

    @Test
    void onlyLettersAndDigitsAreSaid() {
        assertThat(Sayable.isSaid("* * *")).isFalse();
        assertThat(Sayable.isSaid("7")).isTrue();
        assertThat(Sayable.isSaid("队")).isTrue();
    }

    private static String said(String text) {
        return new Sayable(Options.USUAL, new Announcements("en")).line(text).words().text();
    }
}
