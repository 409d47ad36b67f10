package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.polly.PollyTestClient.Heard;
import io.parler.polly.http.FaultInjection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaryIT {
    private static final String TEXT =
            "It was a bright cold day in April, and the clocks were striking thirteen. Winston Smith"
                    + " slipped quickly through the glass doors.";
    private static final int WORDS = 22;

    private static PollyTestClient polly;

    @BeforeAll
    static void start() throws IOException {
        polly = new PollyTestClient(PollyLocal.start(0, "mary", FaultInjection.NONE, Map.of()));
    }

    @AfterAll
    static void stop() {
        polly.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Joanna,165,190",
        "Matthew,100,122",
        "Salli,185,215",
        "Joey,118,140",
        "Ivy,220,260"
    })
    void aVoiceHasANormalPaceAndLevelAndItsOwnPitch(String voice, double low, double high) {
        byte[] pcm = polly.speech(TEXT, r -> r.voiceId(voice).outputFormat("pcm"));
        short[] samples = Samples.of(pcm);
        assertThat(WORDS * 60 / (samples.length / 16_000.0)).isBetween(150.0, 185.0);
        assertThat(Samples.rms(samples)).isBetween(1_500.0, 7_000.0);
        assertThat(Samples.pitch(samples)).isBetween(low, high);
    }

    @Test
    void mp3AndPcmHaveTheSameLengthAndLevel() {
        Heard heard = PollyTestClient.hear(polly.speech(TEXT));
        short[] pcm = pcm("<speak>" + TEXT + "</speak>");
        // The encoder fills up its last frames.
        assertThat(heard.seconds()).isEqualTo(pcm.length / 16_000.0, within(.1));
        // It also turns everything down a little: its own guard against clipping.
        assertThat(heard.rms() / Samples.rms(pcm)).isBetween(.9, 1.02);
        assertThat(heard.loudest()).isBetween(12_000, 32_767);
    }

    @Test
    void audioAndMarksHaveTheSameTimes() {
        String text =
                "First comes this sentence. <break time='2s'/> And then, later, the other one.";
        String ssml = "<speak>" + text + "</speak>";
        List<PollyTestClient.Line> marks = polly.marks(ssml, r -> r.textType("ssml"));
        short[] samples =
                Samples.of(polly.speech(ssml, r -> r.textType("ssml").outputFormat("pcm")));
        long second =
                marks.stream()
                        .filter(m -> m.value().equals("And"))
                        .findFirst()
                        .orElseThrow()
                        .time();
        int start = (int) (second * 16);
        assertThat(Samples.rms(samples, start - 16 * 1900, start)).isLessThan(5);
        assertThat(Samples.rms(samples, start, start + 16 * 300)).isGreaterThan(300);
        long last = marks.getLast().time();
        assertThat(last * 16).isLessThan(samples.length);
        assertThat(marks).extracting(PollyTestClient.Line::time).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"50%,2", "slow,1.33", "200%,.5"})
    void theRateChangesTheLength(String rate, double longer) {
        String text = "The clocks were striking thirteen.";
        double plain = pcm("<speak>" + text + "</speak>").length;
        String ssml = "<speak><prosody rate='" + rate + "'>" + text + "</prosody></speak>";
        assertThat(pcm(ssml).length / plain).isEqualTo(longer, within(.1));
    }

    @Test
    void phonemesReplaceTheWord() {
        String sounds = "<phoneme alphabet='ipa' ph='%s'>data</phoneme>";

        short[] one = pcm("<speak>The " + sounds.formatted("ˈdeɪtə") + " waits.</speak>");
        short[] other = pcm("<speak>The " + sounds.formatted("ˈdɑːtə") + " waits.</speak>");
        short[] longer = pcm("<speak>The " + sounds.formatted("ˌɪnfəˈmeɪʃən") + " waits.</speak>");
        short[] noSuch = pcm("<speak>The " + sounds.formatted("ǃ") + " waits.</speak>");

        assertThat(one).isNotEqualTo(other);
        assertThat(longer.length).isGreaterThan(one.length + 2_000);
        assertThat(noSuch).isEqualTo(pcm("<speak>The data waits.</speak>"));
    }

    @ParameterizedTest
    @CsvSource({"-6dB,.5", "silent,0", "loud,1.41"})
    void theVolumeChangesTheLevel(String volume, double louder) {
        String text = "The clocks were striking thirteen.";
        short[] plain = pcm("<speak>" + text + "</speak>");
        String ssml = "<speak><prosody volume='" + volume + "'>" + text + "</prosody></speak>";
        short[] changed = pcm(ssml);
        assertThat(Samples.rms(changed) / Samples.rms(plain)).isEqualTo(louder, within(.03));
    }

    @Test
    void theSameTextGivesTheSameBytesWhateverIsSpokenInParallel() throws Exception {
        byte[] alone = polly.speech(TEXT);
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> calls =
                    List.of(
                            () -> polly.speech(TEXT),
                            () -> polly.speech(TEXT, r -> r.voiceId("Matthew")),
                            () ->
                                    polly.speech(
                                            "Something else. And more of it.",
                                            r -> r.voiceId("Ivy")),
                            () -> polly.speech(TEXT));
            List<Future<byte[]>> answers = callers.invokeAll(calls);
            assertThat(answers.get(0).get()).isEqualTo(alone);
            assertThat(answers.get(3).get()).isEqualTo(alone);
            assertThat(answers.get(1).get()).isNotEqualTo(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "…",
                "!!! ??? ...",
                "😀😀 👩‍👩‍👧‍👦 🇩🇪",
                "https://example.com/a?b=c#d",
                "12345678901234567890 007 3.14159 -5 1,234.5",
                "你好，世界。今天天气很好！",
                "Привет мир. مرحبا. नमस्ते",
                "mrrrrgh bcdfg zzzz qqqqq xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "a A I _a 'tis y'all's rock'n'roll s's ' '' n't -a- _ -",
                "e.g. this, i.e. that, etc. Mr. J. R. R. Tolkien vs. Dr. No.",
                "$ €1.5bn £0.99 ±5% 3×10^8 m/s² ½ № ™ © ﬁne",
                "{\"json\": [1, 2], \"x\": null} <div> && || `code` **bold** foo(a, b);",
                "\u200b\ufeff\u00ad\u2028 a\u0301 \u0007"
            })
    void anyTextGivesAudio(String text) {
        assertThat(PollyTestClient.hear(polly.speech(text)).seconds()).isPositive();
        polly.marks(text, r -> {});
    }

    private static short[] pcm(String ssml) {
        return Samples.of(polly.speech(ssml, r -> r.textType("ssml").outputFormat("pcm")));
    }
}
