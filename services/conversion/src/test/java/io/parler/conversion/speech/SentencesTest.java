package io.parler.conversion.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /// Each line of the list is a text with a bar between its sentences.
    static Stream<Arguments> examples() throws IOException {
        String language = "en";
        List<Arguments> examples = new ArrayList<>();
        try (InputStream file = SentencesTest.class.getResourceAsStream("sentences.txt")) {
            String list =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : list.split("\n", -1)) {
                if (line.startsWith("# ")) {
                    language = line.substring(2).strip();
                } else if (!line.isBlank()) {
                    examples.add(Arguments.of(language, line));
                }
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sentencesEndByTheRulesOfTheLanguage(String language, String line) {
        String text = line.replace(" | ", " ").replace("|", "");

        List<String> sentences = new Sentences(language).of(text);

        assertThat(sentences.stream().map(String::strip))
                .containsExactly(line.split(" ?\\| ?", -1));
        assertThat(String.join("", sentences)).isEqualTo(text);
    }
}
