package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void allMissingVariablesAreNamedAtOnce() {
        assertThatThrownBy(
                        () -> Settings.from(Map.of("AUDIO_BUCKET", "a", "AWS_REGION", "eu-west-1")))
                .hasMessage(
                        "not set: TEXTS_BUCKET, EVENTS_TOPIC_ARN, LOAD_POST_FUNCTION,"
                                + " JOBS_QUEUE_URL, CLAIMS_TABLE, MAX_CHARACTERS");
    }
}
