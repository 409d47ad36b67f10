package io.parler.conversion.aws.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.AwsClients;
import io.parler.aws.Environment;
import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.testing.FullServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class ConfiguredVoicesIT {
    private static final String ENDPOINT = "aws.endpointUrl";
    private static final Map<String, String> NAMES =
            Map.of(
                    "OPENAI_KEY_PARAMETER", "/parler/voices/openai-key",
                    "GOOGLE_KEY_PARAMETER", "/parler/voices/google-key",
                    "ELEVENLABS_KEY_PARAMETER", "/parler/voices/elevenlabs-key",
                    "OPENAI_VOICES", "");

    private AwsInMemory aws;
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        System.setProperty(ENDPOINT, aws.address().toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty(ENDPOINT);
        aws.close();
    }

    @Test
    void withoutKeysOnlyPollyIsListed() {
        assertThat(voices(NAMES).providers()).containsExactly("polly");
        assertThat(voices(Map.of()).providers()).containsExactly("polly");
    }

    @Test
    void withKeysAllProvidersAreListedPollyFirst() {
        NAMES.values().stream()
                .filter(name -> !name.isEmpty())
                .forEach(name -> aws.keeps(name, "secret\n"));

        assertThat(voices(NAMES).providers())
                .containsExactly("polly", "openai", "google", "elevenlabs");
    }

    @Test
    void anotherServerNeedsNoKey() {
        assertThat(voices(Map.of("OPENAI_URL", "http://localhost:8880/v1/")).providers())
                .containsExactly("polly", "openai");
        assertThat(voices(Map.of("OPENAI_URL", "https://api.openai.com/v1")).providers())
                .containsExactly("polly");
    }

    /// `SpeechClient` retries, within the rate limit.
    @Test
    void pollyIsCalledOnceForACallThatFails() throws InterruptedException {
        aws.polly().answers(AwsInMemory.Response.of(503, ""));

        assertThat(voices(Map.of()).synthesize(Utterance.text("Hello."), TestVoices.JOANNA))
                .isInstanceOf(CallResult.Busy.class);
        assertThat(aws.polly().spoken()).isEmpty();
    }

    /// The time limit of the whole call would end it much later.
    @Test
    void aProviderThatAcceptsNoConnectionIsSoonBusy() throws Exception {
        try (FullServer full = new FullServer()) {
            VoiceProfile voice =
                    new VoiceProfile(
                            VoiceId.of("openai", "alloy", "tts-1"),
                            "Alloy",
                            List.of("en-US"),
                            "",
                            TestVoices.NEURAL);

            assertThat(
                            voices(Map.of("OPENAI_URL", full.address() + "/v1"))
                                    .synthesize(Utterance.text("Hello."), voice))
                    .isInstanceOfSatisfying(
                            CallResult.Busy.class,
                            busy ->
                                    assertThat(busy.reason())
                                            .contains("HttpConnectTimeoutException"));
        }
    }

    @Test
    void keysAreReadWhenTheFirstVoiceIsNeededAndAgainAfterAWhile() {
        ConfiguredVoices voices = voices(NAMES);
        assertThat(aws.secretCalls()).isZero();

        voices.list("polly");
        voices.providers();
        assertThat(aws.secretCalls()).isEqualTo(1);

        aws.keeps("/parler/voices/google-key", "new");
        now = now.plus(Duration.ofMinutes(11));
        assertThat(voices.providers()).containsExactly("polly", "google");
        assertThat(aws.secretCalls()).isEqualTo(2);
    }

    private ConfiguredVoices voices(Map<String, String> providers) {
        Map<String, String> variables = new HashMap<>(providers);
        variables.put("SYNTHESIS_TIMEOUT", "60");
        return ConfiguredVoices.of(
                new AwsClients(Region.EU_WEST_1),
                Environment.read(variables, VoiceSettings::of),
                () -> now);
    }
}
