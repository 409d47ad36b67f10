package io.parler.conversion.aws.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    @Test
    void allMissingVariablesAreNamedAtOnce() {
        assertThatThrownBy(() -> ApiSettings.from(Map.of("AWS_REGION", "eu-west-1")))
                .hasMessage(
                        "not set: AUDIO_BUCKET, LOAD_POST_FUNCTION, MAX_CHARACTERS,"
                                + " PUBLIC_ORIGIN");
    }
}
