package io.parler.conversion.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.speech.Span;
import io.parler.conversion.speech.Ssml;
import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.speech.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizerTest {
    private static final Pattern LANGUAGE = Pattern.compile("# .*\\[(.+)\\]");

    /// The lines of the lists: written form | spoken form. A comment names their kind, and their
    /// language if it is not American English.
    static Stream<Arguments> examples() {
        return Stream.of("en.txt", "others.txt").flatMap(NormalizerTest::examples);
    }

    private static Stream<Arguments> examples(String file) {
        String language = "en-US";
        List<Arguments> examples = new ArrayList<>();
        for (String line : read(file).split("\n", -1)) {
            if (line.startsWith("# ")) {
                Matcher named = LANGUAGE.matcher(line);
                language = named.matches() ? named.group(1) : "en-US";
            } else if (!line.isBlank()) {
                String[] parts = line.split(" \\| ", -1);
                examples.add(Arguments.of(language, parts[0].strip(), parts[1].strip()));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writtenFormsHaveASpokenForm(String language, String written, String spoken) {
        Words words = new Normalizer(language).apply(Words.plain(written));

        assertThat(words.plainText().replaceAll(" +", " ").strip()).isEqualTo(spoken);
        assertThat(words.text()).isEqualTo(written);
    }

    @Test
    void noAliasIsEmpty() {
        assertThat(examples().map(NormalizerTest::words).flatMap(words -> words.spans().stream()))
                .allSatisfy(
                        span -> {
                            if (span instanceof Span.Alias alias) {
                                assertThat(alias.alias()).isNotBlank();
                            }
                        });
    }

    private static Words words(Arguments example) {
        return new Normalizer((String) example.get()[0])
                .apply(Words.plain((String) example.get()[1]));
    }

    @Test
    void aVoiceThatTakesSsmlGetsASubstitution() {
        Words words = new Normalizer("en").apply(Words.plain("a 25 m² yard"));

        assertThat(Ssml.of(words, new SsmlSupport(Set.of(SsmlSupport.Tag.SUB), "en-US")).input())
                .isEqualTo("<speak>a <sub alias=\"25 square meter\">25 m²</sub> yard</speak>");
    }

    @Test
    void aPronunciationOfTheUserStays() {
        Words words =
                new Normalizer("en")
                        .apply(
                                new Words(
                                        List.of(
                                                new Span.Plain("5 km of "),
                                                new Span.Alias("C#", "see"))));

        assertThat(words.plainText()).isEqualTo("5 kilometers of see");
    }

    @Test
    void aPassageInAnotherLanguageHasTheRulesOfThatLanguage() {
        Words words =
                new Normalizer("xx")
                        .apply(
                                new Words(
                                        List.of(
                                                new Span.Plain("5 km "),
                                                new Span.Foreign(
                                                        "en", List.of(new Span.Plain("5 km"))))));

        assertThat(words.plainText()).isEqualTo("5 km 5 kilometers");
    }

    private static String read(String file) {
        try (var in = NormalizerTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
