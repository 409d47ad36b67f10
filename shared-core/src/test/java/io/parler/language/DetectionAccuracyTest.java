package io.parler.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Detects five sentences in each of 38 languages: alone, in pairs and together.
class DetectionAccuracyTest {
    private static final Map<String, List<String>> SENTENCES = read("sentences.tsv");

    @ParameterizedTest
    @CsvSource({"1, 187", "2, 76", "5, 38"})
    void textsAreDetected(int sentences, int minDetected) {
        int detected = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, List<String>> language : SENTENCES.entrySet()) {
            for (int i = 0; i + sentences <= language.getValue().size(); i += sentences) {
                String text = String.join(" ", language.getValue().subList(i, i + sentences));
                if (LanguageDetector.detect(text).filter(language.getKey()::equals).isPresent()) {
                    detected++;
                } else {
                    missed.add(text);
                }
            }
        }
        assertThat(detected).as("missed %s", missed).isGreaterThanOrEqualTo(minDetected);
    }

    /// Questions of three words, sentences about software, scripts of one language.
    @Test
    void shortSentencesAreDetected() {
        read("short.tsv")
                .forEach(
                        (language, sentences) ->
                                assertThat(sentences)
                                        .allSatisfy(
                                                text ->
                                                        assertThat(LanguageDetector.detect(text))
                                                                .as(text)
                                                                .contains(language)));
    }

    @Test
    void aForeignSentenceIsFoundAndNeverTakenForAnotherLanguage() {
        int found = 0;
        for (String around : List.of("en", "de", "fr", "es", "ru", "zh", "nb", "cs")) {
            for (Map.Entry<String, List<String>> language : SENTENCES.entrySet()) {
                for (String sentence : language.getValue()) {
                    var detected = LanguageDetector.foreign(around, sentence);
                    found += detected.isPresent() ? 1 : 0;
                    assertThat(detected.orElse(language.getKey()))
                            .as("%s in %s", sentence, around)
                            .isEqualTo(language.getKey());
                    assertThat(detected.filter(around::equals)).isEmpty();
                }
            }
        }
        assertThat(found).isGreaterThan(1_100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kubernetes, Docker, Terraform, Ansible, Prometheus, Grafana, Jenkins",
                "Angela Merkel, Emmanuel Macron, Giorgia Meloni, Pedro Sánchez",
                "Paolo Maldini, Franco Baresi, Alessandro Costacurta, Mauro Tassotti",
                "La Sagrada Família, Casa Batlló, Park Güell and Casa Milà in Barcelona",
                "https://example.com/foo/bar?baz=qux",
                "npm install --save-dev eslint prettier typescript",
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod",
            })
    void namesAndProgramTextAreNotForeign(String text) {
        assertThat(LanguageDetector.foreign("en", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "…",
                "42",
                "Hello world",
                "Ok",
                "Pizza Margherita",
                "El Niño is back.",
                "Ångström units",
                "São Paulo is big.",
                "Pho and banh mi",
                "kubectl get pods",
            })
    void tooLittleTextHasNoLanguage(String text) {
        assertThat(LanguageDetector.detect(text)).isEmpty();
    }

    private static Map<String, List<String>> read(String name) {
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        try (InputStream file = DetectionAccuracyTest.class.getResourceAsStream(name)) {
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(
                            columns ->
                                    sentences
                                            .computeIfAbsent(columns[0], _ -> new ArrayList<>())
                                            .add(columns[1]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return sentences;
    }
}
