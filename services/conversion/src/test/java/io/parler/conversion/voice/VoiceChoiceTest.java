package io.parler.conversion.voice;

import static io.parler.conversion.testing.TestVoices.GENERATIVE;
import static io.parler.conversion.testing.TestVoices.NEURAL;
import static io.parler.conversion.testing.TestVoices.STANDARD;
import static io.parler.conversion.testing.TestVoices.plain;
import static io.parler.conversion.testing.TestVoices.polly;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.testing.TestVoices;
import io.parler.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceChoiceTest {
    private static final VoiceCatalog VOICES =
            TestVoices.of(
                    polly("Zhiyu", "cmn-CN", NEURAL),
                    polly("Conchita", "es-ES", STANDARD),
                    polly("Lupe", "es-US", NEURAL),
                    polly("Amy", "en-GB", NEURAL),
                    polly("Ivy", "en-US", STANDARD),
                    polly("Joanna", "en-US", STANDARD),
                    polly("Joanna", "en-US", NEURAL),
                    polly("Hans", "de-DE", STANDARD),
                    polly("Vicki", "de-DE", NEURAL),
                    polly("Zeina", "arb", STANDARD),
                    polly("Ruth", "en-NZ", GENERATIVE),
                    plain("openai", "alloy", "en", "de", "uk"));

    @ParameterizedTest
    @CsvSource({
        "en, Joanna",
        "en-US, Joanna",
        "en-us, Joanna",
        "en-GB, Amy",
        "en-ZA, Joanna",
        "de, Vicki",
        "de-AT, Vicki",
        "es, Conchita",
        "es-US, Lupe",
        "zh, Zhiyu",
        "zh-Hans-CN, Zhiyu",
        "ar-EG, Zeina",
        "uk, alloy",
    })
    void theVoiceSpeaksTheArticlesLanguage(String language, String id) {
        assertThat(chosen(Optional.empty(), Optional.of(language)).name()).isEqualTo(id);
    }

    @Test
    void anArticleWithoutLanguageIsReadInEnglish() {
        assertThat(chosen(Optional.empty(), Optional.empty()).id())
                .hasToString("polly:Joanna:neural");
    }

    @Test
    void theRequestedVoiceIsUsedForAnyLanguage() {
        assertThat(chosen(Optional.of("Hans"), Optional.of("en-US")).id())
                .hasToString("polly:Hans:standard");
    }

    @Test
    void anUnknownVoiceIsAProblem() {
        assertThat(refused(Optional.of("Nobody"), "en").slug()).isEqualTo("unknown-voice");
    }

    @Test
    void aLanguageWithoutVoiceIsRefusedWithTheAvailableLanguages() {
        Problem problem = refused(Optional.empty(), "is-IS");

        assertThat(problem.slug()).isEqualTo("no-voice-for-language");
        assertThat(problem.detail())
                .isEqualTo(
                        "The text is in Icelandic; there are voices for"
                                + " Arabic, Chinese, English, German, Spanish, Ukrainian.");
    }

    @ParameterizedTest
    @CsvSource({
        "Joanna, polly:Joanna:neural",
        "polly:Joanna, polly:Joanna:neural",
        "polly:Joanna:standard, polly:Joanna:standard",
        "Ivy, polly:Ivy:standard",
        "Ruth, polly:Ruth:generative",
        "openai:alloy, openai:alloy",
    })
    void aVoiceIdWithoutEngineSelectsTheBestEngine(String asked, String id) {
        assertThat(chosen(Optional.of(asked), Optional.empty()).id()).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openai:Joanna", "polly:alloy", "polly:Ivy:neural", "nobody:Joanna", ""})
    void aVoiceOfAnotherProviderOrEngineIsUnknown(String asked) {
        assertThat(refused(Optional.of(asked), "en").slug()).isEqualTo("unknown-voice");
    }

    private static VoiceProfile chosen(Optional<String> asked, Optional<String> language) {
        return ((VoiceChoice.Choice.Chosen) VoiceChoice.of(asked, language, VOICES)).voice();
    }

    private static Problem refused(Optional<String> asked, String language) {
        return ((VoiceChoice.Choice.Refused) VoiceChoice.of(asked, Optional.of(language), VOICES))
                .problem();
    }
}
