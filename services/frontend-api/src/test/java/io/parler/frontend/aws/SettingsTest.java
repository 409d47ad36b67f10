package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.testing.TemplateFunction;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everyFunctionReadsWhatItsTemplateSets() {
        assertThat(Environment.names(FrontendApi.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("FrontendApi"));
        assertThat(Environment.names(FrontendRecorder.Settings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("FrontendRecorder"));
        assertThat(Environment.names(Authorizer.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("Authorizer"));
        assertThat(Environment.names(AccountsAdmin.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("AccountsAdmin"));
    }
}
