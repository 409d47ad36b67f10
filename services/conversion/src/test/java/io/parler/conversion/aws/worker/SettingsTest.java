package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.aws.Environment;
import io.parler.aws.InvalidSettingsException;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.testing.TemplateFunction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry("AWS_REGION", "eu-west-1"),
                    Map.entry("AUDIO_BUCKET", "audio"),
                    Map.entry("TEXTS_BUCKET", "texts"),
                    Map.entry("EVENTS_TOPIC_ARN", "topic"),
                    Map.entry("LOAD_POST_FUNCTION", "load-post"),
                    Map.entry("QUOTA_RESERVATION_FUNCTION", "quota-reservation"),
                    Map.entry("JOBS_QUEUE_URL", "jobs"),
                    Map.entry("CLAIMS_TABLE", "claims"),
                    Map.entry("MAX_CHARACTERS", "100000"),
                    Map.entry("JOB_LEASE", "60"),
                    Map.entry("LOUDNESS_LUFS", "-19"),
                    Map.entry("SYNTHESIS_TIMEOUT", "60"));

    @Test
    void aClaimOutlastsTheCallThatItProtects() {
        assertThat(read("70").claimTtl()).isEqualTo(Duration.ofSeconds(70));
        assertThatThrownBy(() -> read("69"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("settings: CLAIM_TTL is below PT1M10S");
    }

    @Test
    void theLoudnessIsThatOfPodcastsOrOfBroadcasts() {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.putAll(Map.of("CLAIM_TTL", "130", "LOUDNESS_LUFS", "-14"));

        assertThat(read("130").loudness().lufs()).isEqualTo(-19);
        assertThatThrownBy(() -> Environment.read(variables, Settings::of))
                .hasMessage("settings: LOUDNESS_LUFS is not a whole number from -23 to -16");
    }

    private static Settings read(String claimTtl) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("CLAIM_TTL", claimTtl);
        return Environment.read(variables, Settings::of);
    }

    @Test
    void everyVariableOfTheTemplateIsReadAndNoOther() {
        assertThat(
                        Environment.names(
                                variables ->
                                        List.of(
                                                Settings.of(variables),
                                                VoiceSettings.of(variables))))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("ConversionWorker"));
    }
}
