package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.polly.model.LanguageNotSupportedException;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.Voice;

class EspeakIT {
    private static final String TEXT =
            "Am Anfang war alles „wüst“ und leer. Dann kamen 1984 Größe, Maß & Übermut!";

    /// The text for languages that have no words for digits.
    private static final Map<String, String> UNCOUNTED =
            Map.of("Hebrew", "שלום עולם", "Chuvash", "Салам тӗнче", "Turkmen", "Salam dünýä");

    private static PollyTestClient polly;

    @BeforeAll
    static void start() throws IOException {
        polly = InstalledEspeak.polly("mary");
    }

    @AfterAll
    static void stop() {
        if (polly != null) {
            polly.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vicki", "Daniel"})
    void germanHasANormalPaceAndLevel(String voice) {
        short[] once = pcm(voice, "Das ist ein ganz gewöhnlicher Satz mit zehn kurzen Wörtern.");
        assertThat(once.length / 16_000.0).isBetween(2.5, 4.5);
        assertThat(Samples.rms(once)).isBetween(1_500.0, 7_000.0);
        short[] twice =
                pcm(
                        voice,
                        "Das ist ein ganz gewöhnlicher Satz mit zehn kurzen Wörtern."
                                + " Das ist ein ganz gewöhnlicher Satz mit zehn kurzen Wörtern.");
        // And the pause between them.
        assertThat((twice.length - .4 * 16_000) / once.length).isEqualTo(2, within(.05));
    }

    @ParameterizedTest
    @CsvSource({"8000", "16000", "22050", "24000", "44100", "48000"})
    void mp3HasTheSameLengthAtEverySampleRate(String rate) {
        PollyTestClient.Heard heard =
                PollyTestClient.hear(polly.speech(TEXT, r -> r.voiceId("Vicki").sampleRate(rate)));
        assertThat(heard.sampleRate()).isEqualTo(Integer.parseInt(rate));
        assertThat(heard.seconds()).isEqualTo(pcm("Vicki", TEXT).length / 16_000.0, within(.3));
        assertThat(heard.rms()).isBetween(1_500.0, 7_000.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Greek   | Καλημέρα κόσμε, τι κάνεις σήμερα; Πάμε για καφέ.
                    Kazuha  | こんにちは、世界。今日はいい天気ですね。
                    Zeina   | مرحبا بالعالم، كيف حالك اليوم؟ أنا بخير.
                    Aditi   | नमस्ते दुनिया, आज आप कैसे हैं? मैं ठीक हूँ।
                    Zhiyu   | 你好，世界。今天天气很好！
                    Seoyeon | 안녕하세요, 오늘 날씨가 좋습니다.
                    Tatyana | Привет, мир. Сегодня хорошая погода!
                    """)
    void textInOtherScriptsIsSpokenAndMarked(String voice, String text) {
        short[] samples = pcm(voice, text, r -> r.engine(engine(voice)));
        assertThat(samples.length / 16_000.0).isBetween(1.5, 10.0);
        assertThat(Samples.rms(samples)).isGreaterThan(1_000);
        List<PollyTestClient.Line> marks =
                polly.marks(text, r -> r.voiceId(voice).engine(engine(voice)));
        assertThat(marks).extracting(PollyTestClient.Line::type).contains("sentence", "word");
        inOrderAndInside(text, marks, samples);
    }

    @Test
    void marksAreInOrderWithinTheAudioAndHaveTheRightOffsets() {
        List<PollyTestClient.Line> marks = polly.marks(TEXT, r -> r.voiceId("Vicki"));
        inOrderAndInside(TEXT, marks, pcm("Vicki", TEXT));
        assertThat(marks)
                .filteredOn(mark -> mark.type().equals("word"))
                .extracting(PollyTestClient.Line::value)
                .containsExactly(
                        "Am", "Anfang", "war", "alles", "wüst", "und", "leer", "Dann", "kamen",
                        "1984", "Größe", "Maß", "&", "Übermut");
        assertThat(marks)
                .filteredOn(mark -> mark.type().equals("word"))
                .extracting(PollyTestClient.Line::time)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWordIsHeardFromItsMarkOn() {
        String ssml = "<speak>Guten <break time='2s'/> Morgen.</speak>";
        List<PollyTestClient.Line> marks =
                polly.marks(ssml, r -> r.voiceId("Vicki").textType("ssml"));
        short[] samples = pcm("Vicki", ssml, r -> r.textType("ssml"));
        int start = (int) marks.getLast().time() * 16;
        assertThat(marks.getLast().value()).isEqualTo("Morgen");
        assertThat(Samples.rms(samples, start - 1900 * 16, start)).isLessThan(5);
        assertThat(Samples.rms(samples, start, start + 300 * 16)).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "z.B. ", "x", "1", "a-", "今", "[[a]] ", "😀 "})
    void unusuallyLongTextIsSpokenCompletely(String piece) {
        String text = piece.repeat(600 / piece.length());
        assertThat(pcm("Vicki", text)).isNotEmpty();
        assertThat(pcm("Vicki", "Kurz.")).isNotEmpty();
    }

    @Test
    void theSameTextGivesTheSameBytesWhateverWasSpokenBefore() {
        byte[] first = polly.speech(TEXT, r -> r.voiceId("Vicki"));
        pcm("Remi", "Il était une fois, une petite fille.");
        pcm("Greek", "Καλημέρα κόσμε, τι κάνεις σήμερα;");
        assertThat(polly.speech(TEXT, r -> r.voiceId("Vicki"))).isEqualTo(first);
    }

    @Test
    void everyListedVoiceSpeaks() {
        List<Voice> voices = polly.client().describeVoices().voices();
        assertThat(voices).extracting(Voice::idAsString).doesNotHaveDuplicates();
        assertThat(voices)
                .hasSizeGreaterThan(140)
                .allSatisfy(
                        voice -> {
                            String engine = voice.supportedEnginesAsStrings().getFirst();
                            String text = UNCOUNTED.getOrDefault(voice.idAsString(), "1, 2, 3.");
                            short[] said = pcm(voice.idAsString(), text, r -> r.engine(engine));
                            assertThat(Samples.rms(said)).as(voice.idAsString()).isGreaterThan(500);
                        });
    }

    @Test
    void voicesArePollysIfPollyHasTheLanguage() {
        assertThat(polly.client().describeVoices(r -> r.languageCode("de-DE")).voices())
                .extracting(Voice::idAsString, Voice::genderAsString)
                .contains(tuple("Vicki", "Female"), tuple("Daniel", "Male"));
        assertThat(polly.client().describeVoices(r -> r.languageCode("el")).voices())
                .singleElement()
                .extracting(Voice::languageName)
                .isEqualTo("Greek");
        assertThat(polly.client().describeVoices(r -> r.languageCode("en-US")).voices()).hasSize(8);
    }

    @Test
    void aBilingualVoiceSpeaksTheRequestedLanguage() {
        assertThat(
                        polly.client()
                                .describeVoices(
                                        r ->
                                                r.languageCode("hi-IN")
                                                        .includeAdditionalLanguageCodes(true))
                                .voices())
                .extracting(Voice::idAsString)
                .containsExactly("Kajal", "Aditi");
        assertThat(pcm("Kajal", "10 20 30", r -> r.languageCode("hi-IN")))
                .isNotEqualTo(pcm("Kajal", "10 20 30", r -> r.languageCode("en-IN")));
        assertThatExceptionOfType(LanguageNotSupportedException.class)
                .isThrownBy(() -> pcm("Kajal", "10", r -> r.languageCode("de-DE")));
    }

    @Test
    void aPassageInAnotherLanguageIsSpokenInThatLanguage() {
        String greek = "<lang xml:lang='el'>Καλημέρα κόσμε</lang>";
        String ssml = "<speak>They said %s, and left.</speak>";
        short[] without = pcm("Joanna", ssml.formatted(""), r -> r.textType("ssml"));
        short[] with = pcm("Joanna", ssml.formatted(greek), r -> r.textType("ssml"));
        assertThat(with.length - without.length).isGreaterThan(16_000 / 2);
        List<PollyTestClient.Line> marks =
                polly.marks(ssml.formatted(greek), r -> r.voiceId("Joanna").textType("ssml"));
        inOrderAndInside(ssml.formatted(greek), marks, with);
        assertThat(marks)
                .extracting(PollyTestClient.Line::value)
                .contains("They", "Καλημέρα", "κόσμε", "and", "left");
    }

    @ParameterizedTest
    @CsvSource({"50%,2", "slow,1.33", "200%,.5"})
    void theRateChangesTheLength(String rate, double longer) {
        String ssml = "<speak><prosody rate='%s'>Die Uhren schlugen dreizehn.</prosody></speak>";
        double plain = pcm("Vicki", ssml.formatted("100%"), r -> r.textType("ssml")).length;
        double changed = pcm("Vicki", ssml.formatted(rate), r -> r.textType("ssml")).length;
        assertThat(changed / plain).isEqualTo(longer, within(.15));
    }

    @ParameterizedTest
    @CsvSource({"-6dB,.5", "silent,0", "loud,1.41"})
    void theVolumeChangesTheLevel(String volume, double louder) {
        String ssml = "<speak><prosody volume='%s'>Die Uhren schlugen dreizehn.</prosody></speak>";
        short[] plain = pcm("Vicki", ssml.formatted("medium"), r -> r.textType("ssml"));
        short[] changed = pcm("Vicki", ssml.formatted(volume), r -> r.textType("ssml"));
        assertThat(Samples.rms(changed) / Samples.rms(plain)).isEqualTo(louder, within(.05));
    }

    @ParameterizedTest
    @CsvSource({"Vicki,165,235", "Marlene,185,260", "Daniel,80,130", "Hans,90,145"})
    void femaleAndMaleVoicesHaveTheirPitch(String voice, double low, double high) {
        short[] samples = pcm(voice, TEXT, r -> r.engine(engine(voice)));
        assertThat(Samples.pitch(samples)).isBetween(low, high);
    }

    @Test
    void thePitchCanBeChanged() {
        String ssml = "<speak><prosody pitch='%s'>Die Uhren schlugen dreizehn.</prosody></speak>";
        short[] plain =
                pcm("Hans", ssml.formatted("+0%"), r -> r.engine("standard").textType("ssml"));
        short[] high =
                pcm("Hans", ssml.formatted("+30%"), r -> r.engine("standard").textType("ssml"));
        assertThat(Samples.pitch(high) / Samples.pitch(plain)).isEqualTo(1.3, within(.1));
    }

    @Test
    void spelledAndReplacedTextIsSpokenAndMarked() {
        String ssml =
                "<speak>Die <say-as interpret-as='characters'>XML</say-as>, <sub alias='zum"
                        + " Beispiel'>z. B.</sub> von <phoneme alphabet='ipa' ph='ˈmɑjɐ'>Maier</phoneme>."
                        + "</speak>";
        assertThat(pcm("Vicki", ssml, r -> r.textType("ssml")).length / 16_000.0)
                .isBetween(2.0, 5.0);
        assertThat(polly.marks(ssml, r -> r.voiceId("Vicki").textType("ssml")))
                .extracting(PollyTestClient.Line::value)
                .contains("XML", "z. B.", "von", "Maier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "…", "!!! ??? ...", "😀😀", "\u0001", "\u00ad", "\u0001 50P", "\ud800"})
    void unpronounceableTextGivesShortAudio(String text) {
        assertThat(pcm("Vicki", text).length).isLessThan(4 * 16_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vicki", "Zhiyu"})
    void theToneEngineWorksForEveryVoice(String voice) throws IOException {
        try (PollyTestClient tone = InstalledEspeak.polly("tone")) {
            byte[] pcm = tone.speech("你好，世界。今天天气很好！", r -> r.voiceId(voice).outputFormat("pcm"));
            assertThat(Samples.rms(Samples.of(pcm))).isGreaterThan(500);
            assertThat(pcm.length).isGreaterThan(16_000);
        }
    }

    private static void inOrderAndInside(
            String text, List<PollyTestClient.Line> marks, short[] samples) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(marks).extracting(PollyTestClient.Line::time).isSorted();
        assertThat(marks.getLast().time() * 16).isLessThan(samples.length);
        assertThat(marks)
                .allSatisfy(
                        mark ->
                                assertThat(
                                                new String(
                                                        bytes,
                                                        mark.start(),
                                                        mark.end() - mark.start(),
                                                        StandardCharsets.UTF_8))
                                        .isEqualTo(mark.value()));
    }

    private static String engine(String voice) {
        return polly.client().describeVoices().voices().stream()
                .filter(known -> known.idAsString().equals(voice))
                .findFirst()
                .orElseThrow()
                .supportedEnginesAsStrings()
                .getFirst();
    }

    private static short[] pcm(String voice, String text) {
        return pcm(voice, text, r -> {});
    }

    private static short[] pcm(
            String voice, String text, Consumer<SynthesizeSpeechRequest.Builder> changes) {
        return Samples.of(
                polly.speech(text, r -> changes.accept(r.voiceId(voice).outputFormat("pcm"))));
    }
}
