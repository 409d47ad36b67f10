package io.parler.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceChoiceTest {
    private static final List<VoiceProfile> VOICES =
            List.of(
                    voice("Zhiyu", "cmn-CN", Engine.NEURAL),
                    voice("Conchita", "es-ES", Engine.STANDARD),
                    voice("Lupe", "es-US", Engine.NEURAL),
                    voice("Amy", "en-GB", Engine.NEURAL),
                    voice("Ivy", "en-US", Engine.STANDARD),
                    voice("Joanna", "en-US", Engine.STANDARD, Engine.NEURAL),
                    voice("Hans", "de-DE", Engine.STANDARD),
                    voice("Vicki", "de-DE", Engine.NEURAL),
                    voice("Zeina", "arb", Engine.STANDARD),
                    voice("Ruth", "en-NZ", Engine.GENERATIVE));

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
    })
    void theVoiceSpeaksTheArticlesLanguage(String language, String id) {
        assertThat(chosen(Optional.empty(), Optional.of(language)).id()).isEqualTo(id);
    }

    @Test
    void anArticleWithoutLanguageIsReadInEnglish() {
        assertThat(chosen(Optional.empty(), Optional.empty()).id()).isEqualTo("Joanna");
    }

    @Test
    void theVoiceAskedForIsTakenWhateverTheLanguage() {
        assertThat(chosen(Optional.of("Hans"), Optional.of("en-US")).id()).isEqualTo("Hans");
    }

    @Test
    void aVoiceThereIsNotIsRefused() {
        assertThat(refused(Optional.of("Nobody"), "en").slug()).isEqualTo("unknown-voice");
    }

    @Test
    void aLanguageNobodySpeaksIsRefusedWithThoseThereAre() {
        Problem problem = refused(Optional.empty(), "is-IS");

        assertThat(problem.slug()).isEqualTo("no-voice-for-language");
        assertThat(problem.detail())
                .isEqualTo(
                        "The text is in Icelandic; there are voices for"
                                + " Arabic, Chinese, English, German, Spanish.");
    }

    @Test
    void neuralIsPreferredThenStandard() {
        assertThat(chosen(Optional.of("Joanna"), Optional.empty()).preferredEngine())
                .isEqualTo(Engine.NEURAL);
        assertThat(chosen(Optional.of("Ivy"), Optional.empty()).preferredEngine())
                .isEqualTo(Engine.STANDARD);
        assertThat(chosen(Optional.of("Ruth"), Optional.empty()).preferredEngine())
                .isEqualTo(Engine.GENERATIVE);
    }

    private static VoiceProfile chosen(Optional<String> asked, Optional<String> language) {
        return ((VoiceChoice.Choice.Chosen) VoiceChoice.of(asked, language, VOICES)).voice();
    }

    private static Problem refused(Optional<String> asked, String language) {
        return ((VoiceChoice.Choice.Refused) VoiceChoice.of(asked, Optional.of(language), VOICES))
                .problem();
    }

    private static VoiceProfile voice(String id, String language, Engine... engines) {
        return new VoiceProfile(id, id, language, "Female", List.of(engines));
    }
}
