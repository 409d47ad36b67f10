package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicesTest {
    private static final Voices ALL = Voices.ofAllLanguages();

    @Test
    void eachHasAnIdOfItsOwnAnEngineAndALanguage() {
        assertThat(ALL.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z]+"));
        assertThat(ALL.all()).noneMatch(voice -> voice.engines().isEmpty());
        assertThat(ALL.languages())
                .extracting(Language::code)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(110);
    }

    @Test
    void usEnglishComesFirstAndIsTheSameWithoutTheOthers() {
        assertThat(ALL.all()).startsWith(Voices.ofUsEnglish().all().toArray(Voice[]::new));
        assertThat(Voices.ofUsEnglish().languages()).containsExactly(Language.US_ENGLISH);
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
    void aPassageIsSpokenInTheNearestLanguageThereIs(String id, String tag, String code) {
        Voice voice = ALL.find(id).orElseThrow();
        assertThat(ALL.speaking(tag, voice).language().code()).isEqualTo(code);
    }

    @Test
    void withoutTheOthersEveryPassageIsSpokenByTheVoiceItself() {
        Voice joanna = ALL.find("Joanna").orElseThrow();
        assertThat(Voices.ofUsEnglish().speaking("de-DE", joanna)).isEqualTo(joanna);
    }
}
