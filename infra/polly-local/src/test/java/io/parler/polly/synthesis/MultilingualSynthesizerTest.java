package io.parler.polly.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.polly.synthesis.Synthesizer.Utterance;
import io.parler.polly.text.Prosody;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.VoiceCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MultilingualSynthesizerTest {
    private static final VoiceCatalog VOICES = VoiceCatalog.ofAllLanguages();
    private static final Voice JOANNA = VOICES.get("Joanna").orElseThrow();
    private static final Voice VICKI = VOICES.get("Vicki").orElseThrow();

    private final List<String> said = new ArrayList<>();
    private final MultilingualSynthesizer synthesizer =
            new MultilingualSynthesizer(engine("mary", 100), engine("espeak", 10), VOICES);

    @Test
    void eachPassageGoesToTheSynthesizerOfItsLanguageWithItsPunctuation() throws Exception {
        synthesizer.plan(
                List.of(
                        in(null, "So"),
                        in("el", "Γεια"),
                        in("el", "σου"),
                        in(null, ","),
                        in(null, "he")),
                JOANNA);
        assertThat(said).containsExactly("mary en-US So", "espeak el Γεια σου ,", "mary en-US he");
    }

    @Test
    void aVoiceSpeaksItsOwnLanguageWhateverTheRegion() throws Exception {
        synthesizer.plan(List.of(in(null, "Ja"), in("de-AT", "eh"), in("en", "well")), VICKI);
        assertThat(said).containsExactly("espeak de-DE Ja eh", "mary en-US well");
    }

    @Test
    void englishOfAnyRegionIsSpokenByMary() throws Exception {
        synthesizer.plan(List.of(in(null, "Well")), VOICES.get("Brian").orElseThrow());

        assertThat(said).containsExactly("mary en-GB Well");
    }

    @Test
    void aBilingualVoiceSpeaksItsOtherLanguageWhereTheTextIsInItsScript() throws Exception {
        synthesizer.plan(
                List.of(in(null, "Well"), in(null, "दुनिया")), VOICES.get("Aditi").orElseThrow());

        assertThat(said).containsExactly("mary en-IN Well", "espeak hi-IN दुनिया");
    }

    @Test
    void lengthsStartsAndSamplesAreConcatenated() throws Exception {
        Utterance utterance =
                synthesizer.plan(
                        List.of(
                                in(null, "one"),
                                in("de", "zwei"),
                                in("de", "drei"),
                                in(null, "four")),
                        JOANNA);
        assertThat(utterance.millis()).isEqualTo(100 + 20 + 100);
        assertThat(utterance.starts()).containsExactly(0.0, 100.0, 100.0, 120.0);
        assertThat(utterance.samples(1000)).hasSize(220);
    }

    private static Token in(@Nullable String language, String text) {
        return new Token(text, 0, 0, List.of(), Prosody.NORMAL, null, language, null);
    }

    /// A fake with a fixed time for each token, which starts all of them at the beginning.
    private Synthesizer engine(String name, int millis) {
        return (phrase, voice) -> {
            List<String> words = phrase.stream().map(Token::text).toList();
            said.add(name + " " + voice.language().code() + " " + String.join(" ", words));
            return new Silence(phrase.size() * millis, phrase.size());
        };
    }

    private record Silence(double millis, int tokens) implements Utterance {
        @Override
        public List<Double> starts() {
            return Collections.nCopies(tokens, 0.0);
        }

        @Override
        public float[] samples(int sampleRate) {
            return new float[(int) (millis * sampleRate / 1000)];
        }
    }
}
