package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.testing.TemplateFunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everyFunctionReadsWhatItsTemplateSets() {
        assertReads("StatusApi", Environment.names(StatusApi.Settings::of));
        assertReads("StatusRecorder", Environment.names(StatusRecorder.Settings::of));
        assertReads("StatusDeadLetters", Environment.names(StatusDeadLetters.Settings::of));
    }

    private static void assertReads(String function, Set<String> names) {
        assertThat(names)
                .as(function)
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables(function));
    }
}
