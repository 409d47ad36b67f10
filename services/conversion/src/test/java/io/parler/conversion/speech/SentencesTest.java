package io.parler.conversion.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Work waits. It counts. Does it? | 3",
                "en | 1. Work waits.                  | 1",
                "en | It was 42. Then it grew.        | 2",
                "en | Ask Dr. Ferrer and J. Doe.      | 1",
                "en | Queues, e.g. SQS, wait. So what | 2",
                "en | Version 3.14 is out. Take it.   | 2",
                "de | Es wartet, z. B. Lambda. Gut.   | 2",
                "ja | 待ちます。失われません。              | 2",
                "en | no full stop at all             | 1",
            })
    void abbreviationsAndInitialsDoNotEndASentence(String language, String text, int count) {
        List<String> sentences = new Sentences(language).of(text);

        assertThat(sentences).hasSize(count);
        assertThat(String.join("", sentences)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'A. ', 1",
        "'e.g. ', 1",
        "'Dr. ', 1",
        "'(St. ', 1",
        "'Abc. ', 40000",
        "'A.B. ', 1",
        "'Aa.B. ', 40000",
    })
    void aTextOfAbbreviationsIsSplitHoweverLongItIs(String piece, int count) {
        String text = piece.repeat(40_000) + "End.";

        List<String> sentences = new Sentences("en").of(text);

        assertThat(sentences).hasSizeBetween(count, count + 1);
        assertThat(String.join("", sentences)).isEqualTo(text);
    }
}
