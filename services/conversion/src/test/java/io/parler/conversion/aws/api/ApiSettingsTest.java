package io.parler.conversion.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.testing.TemplateFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {
    @Test
    void everyVariableOfTheTemplateIsReadAndNoOther() {
        assertThat(
                        Environment.names(
                                variables ->
                                        List.of(
                                                ApiSettings.of(variables),
                                                VoiceSettings.of(variables))))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("ConversionApi"));
    }
}
