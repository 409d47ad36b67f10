package io.parler.conversion.preparation;

import static io.parler.conversion.testing.TestVoices.NEURAL;
import static io.parler.conversion.testing.TestVoices.STANDARD;
import static io.parler.conversion.testing.TestVoices.plain;
import static io.parler.conversion.testing.TestVoices.polly;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.PlainText;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {
    private static final String DANISH =
            "Min nabo siger, at taget blev repareret to gange sidste vinter.";
    private static final String NORWEGIAN_OR_DANISH =
            "Naboen min sier at taket ble reparert to ganger i fjor vinter.";
    private static final VoiceCatalog VOICES =
            TestVoices.of(
                    polly("Joanna", "en-US", NEURAL),
                    polly("Zhiyu", "cmn-CN", NEURAL),
                    polly("Vicki", "de-DE", NEURAL),
                    polly("Hans", "de-DE", STANDARD),
                    polly("Zeina", "arb", STANDARD),
                    polly("Naja", "da-DK", NEURAL),
                    polly("Ida", "nb-NO", NEURAL),
                    plain("openai", "alloy", "en", "de", "uk", "zh", "ar"));

    @ParameterizedTest
    @CsvSource({
        "de, Vicki, 'Meine Nachbarin sagt, dass das Dach zweimal repariert wurde.'",
        "zh, Zhiyu, 我的邻居说，去年冬天屋顶修了两次。",
        "ar, Zeina, تقول جارتي إن السقف أصلح مرتين في الشتاء الماضي.",
        "uk, alloy, 'Моя сусідка каже, що дах минулої зими лагодили двічі.'",
        "en, Joanna, 'My neighbour says that the roof was repaired twice.'",
    })
    void theLanguageOfATextIsDetected(String language, String voice, String text) {
        LanguageChoice.Choice.Chosen chosen = chosen(text, Optional.empty(), Optional.empty());

        assertThat(chosen.language()).isEqualTo(language);
        assertThat(chosen.voice().name()).isEqualTo(voice);
    }

    @Test
    void theDeclaredLanguageComesFirst() {
        LanguageChoice.Choice.Chosen chosen = chosen(DANISH, Optional.of("de"), Optional.empty());

        assertThat(chosen.language()).isEqualTo("de");
    }

    @Test
    void aTextWithoutDetectableLanguageIsReadInThatOfTheVoice() {
        assertThat(chosen("Hallo Welt", Optional.empty(), Optional.of("Vicki")).language())
                .isEqualTo("de-DE");
    }

    @Test
    void aVoiceThatDoesNotSpeakTheLanguageIsRefusedWithThoseThatDo() {
        Problem problem =
                ((LanguageChoice.Choice.Refused)
                                choice(
                                        "Meine Nachbarin sagt, dass das Dach repariert wurde.",
                                        Optional.empty(),
                                        Optional.of("Joanna"),
                                        false))
                        .problem();

        assertThat(problem.slug()).isEqualTo("language-not-spoken");
        assertThat(problem.detail())
                .isEqualTo(
                        "The text is in German, which the voice polly:Joanna:neural does not"
                                + " speak; polly:Vicki, polly:Hans, openai:alloy do.");
    }

    @Test
    void theDeclaredLanguageCounts() {
        assertThat(choice("Hello there.", Optional.of("de-AT"), Optional.of("Joanna"), false))
                .isInstanceOf(LanguageChoice.Choice.Refused.class);
    }

    @Test
    void theVoiceIsUsedAllTheSameIfTheCallerInsists() {
        LanguageChoice.Choice choice =
                choice(DANISH, Optional.of("da"), Optional.of("Joanna"), true);

        assertThat(choice)
                .isInstanceOfSatisfying(
                        LanguageChoice.Choice.Chosen.class,
                        chosen -> assertThat(chosen.voice().name()).isEqualTo("Joanna"));
    }

    @Test
    void aSelectedVoiceDecidesBetweenSimilarLanguages() {
        assertThat(chosen(NORWEGIAN_OR_DANISH, Optional.empty(), Optional.of("Ida")).language())
                .isIn("nb", "nb-NO");
        assertThat(chosen(NORWEGIAN_OR_DANISH, Optional.empty(), Optional.of("Naja")).language())
                .isIn("da", "da-DK");
    }

    @ParameterizedTest
    @CsvSource({"Zhiyu, zh-Hans", "Zeina, ar-EG", "alloy, zh-CN", "Joanna, en-GB", "Ida, nn"})
    void everyRegionAndCodeOfALanguageIsSpoken(String voice, String language) {
        assertThat(choice("…", Optional.of(language), Optional.of(voice), false))
                .isInstanceOf(LanguageChoice.Choice.Chosen.class);
    }

    private static LanguageChoice.Choice.Chosen chosen(
            String text, Optional<String> language, Optional<String> voice) {
        return (LanguageChoice.Choice.Chosen) choice(text, language, voice, false);
    }

    private static LanguageChoice.Choice choice(
            String text, Optional<String> language, Optional<String> voice, boolean anyLanguage) {
        return LanguageChoice.of(
                PlainText.article("T", text, language), voice, anyLanguage, VOICES);
    }
}
