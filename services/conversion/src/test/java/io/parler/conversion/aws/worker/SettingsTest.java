package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.testing.TemplateFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
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
