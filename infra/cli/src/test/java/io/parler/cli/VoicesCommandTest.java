package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command against answers a suite would give.
class VoicesCommandTest {
    private static final String VOICES =
            """
            [{"id":"polly:Vicki:neural","service":"polly","name":"Vicki","language":"de-DE","languages":["de-DE"],"gender":"Female",
              "engine":"neural","engines":["neural"],"price":{"currency":"USD","perMillionCharacters":16},"wordTimes":"billed"},
             {"id":"openai:alloy","service":"openai","name":"alloy","language":"en","languages":["en","de","fr"],"gender":"Neutral",
              "engine":"tts-1","engines":["tts-1"],"price":{"currency":"USD","perMillionCharacters":12.5},"wordTimes":"none"}]
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void eachVoiceIsARowWithItsPrice() {
        suite.on("/v1/voices", 200, VOICES);

        assertThat(voices()).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "Voice                Name    Language           Gender    Per million characters   Word times",
                        "polly:Vicki:neural   Vicki   German (Germany)   female                       $16   billed extra",
                        "openai:alloy         alloy   English +2         neutral                   $12.50   no");
        assertThat(suite.asked()).containsExactly("/v1/voices");
    }

    @Test
    void voicesCanBeFilteredByLanguage() {
        suite.on("/v1/voices", 200, "[]");

        assertThat(voices("--language", "pt-BR")).isZero();

        assertThat(suite.asked()).containsExactly("/v1/voices?language=pt-BR");
        assertThat(out.toString())
                .startsWith("There are no voices for Portuguese (Brazil).")
                .contains("espeak-ng");
    }

    @Test
    void itIsSaidThatALocalVoiceStandsInAndWhatOtherLanguagesNeed() {
        suite.on(
                "/v1/voices",
                200,
                """
                [{"id":"polly:Joanna:neural","name":"Joanna","language":"en-US","languages":["en-US"],"standIn":true}]
                """);

        assertThat(voices()).isZero();

        assertThat(out.toString())
                .contains(
                        "a local voice stands in for Amazon Polly's. Nothing is billed",
                        "languages other than English need espeak-ng: apt-get install libespeak-ng1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | German",
                "pt-BR | Portuguese (Brazil)",
                "en-GB-WLS | English (Wales)",
                "hak | Hakka Chinese",
                "cmn-CN | Chinese (China)",
                "xx | xx"
            })
    void languagesHaveNames(String tag, String name) {
        assertThat(LanguageName.of(tag)).isEqualTo(name);
    }

    @Test
    void withJsonTheListIsPrintedAsReceived() {
        suite.on("/v1/voices", 200, VOICES);

        assertThat(voices("--json")).isZero();

        assertThat(out.toString()).startsWith("[").contains("\"perMillionCharacters\" : 12.5");
    }

    private int voices(String... arguments) {
        return suite.run(out, err, "voices", arguments);
    }
}
