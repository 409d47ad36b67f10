package io.parler.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionProblemsTest {
    static Stream<Problem> problems() {
        return Stream.of(
                ConversionProblems.unknownVoice("Nobody"),
                ConversionProblems.noVoiceFor("Icelandic", "English"),
                ConversionProblems.textTooLong(123_456, 100_000),
                ConversionProblems.textTooComplex(),
                ConversionProblems.nothingToSay(),
                ConversionProblems.noWordTimes("openai:alloy"),
                ConversionProblems.noSample("polly:Q:neural"),
                ConversionProblems.speechRefused(
                        "The voice takes no text of that length.", "b", "Once upon"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemIsListedWithItsTitle(Problem problem) throws IOException {
        String listed;
        try (InputStream in = Problem.class.getResourceAsStream("/contracts/problems.json")) {
            listed = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(listed.replaceAll("\\s", "").contains(entry(problem).replaceAll("\\s", "")))
                .as(problem.slug())
                .isTrue();
        assertThat(problem.detail()).endsWith(".").matches("[A-Z0-9].*");
    }

    private static String entry(Problem problem) {
        return "\"" + problem.slug() + "\": {\"title\": \"" + problem.title() + "\"";
    }
}
