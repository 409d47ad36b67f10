package io.parler.polly.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceCatalogTest {
    private static final VoiceCatalog ALL = VoiceCatalog.ofAllLanguages();

    @Test
    void eachVoiceHasAUniqueIdAnEngineAndALanguage() {
        assertThat(ALL.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z]+"));
        assertThat(ALL.voices()).noneMatch(voice -> voice.engines().isEmpty());
        assertThat(ALL.languages())
                .extracting(Language::code)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(110);
    }

    @Test
    void usEnglishVoicesComeFirstAndDoNotDependOnEspeak() {
        assertThat(ALL.voices())
                .startsWith(VoiceCatalog.ofUsEnglish().voices().toArray(Voice[]::new));
        assertThat(VoiceCatalog.ofUsEnglish().languages()).containsExactly(Language.US_ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "Joanna,de,de-DE",
        "Joanna,de-CH,de-CH",
        "Joanna,zh,cmn-CN",
        "Joanna,zh-Hant-TW,cmn-CN",
        "Joanna,ar,arb",
        "Joanna,ar-ae,ar-AE",
        "Joanna,nn-NO,nb-NO",
        "Joanna,uk-UA,uk",
        "Joanna,en-GB,en-US",
        "Joanna,tlh,en-US",
        "Vicki,en,en-US",
        "Vicki,en-GB,en-GB",
        "Vicki,de-AT,de-DE"
    })
    void aPassageIsSpokenInTheNearestAvailableLanguage(String id, String tag, String code) {
        Voice voice = ALL.get(id).orElseThrow();
        assertThat(ALL.forTag(tag, voice).language().code()).isEqualTo(code);
    }

    @Test
    void withoutEspeakEveryPassageIsSpokenByTheVoiceItself() {
        Voice joanna = ALL.get("Joanna").orElseThrow();
        assertThat(VoiceCatalog.ofUsEnglish().forTag("de-DE", joanna)).isEqualTo(joanna);
    }
}
