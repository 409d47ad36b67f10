package io.parler.deploy.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
    @Test
    void everyNameCarriesTheStage() {
        Stage stage = new Stage("prod");

        assertThat(stage.stackName("load-post")).isEqualTo("parler-prod-load-post");
        assertThat(stage.parameterName("public-origin")).isEqualTo("/parler/prod/public-origin");
    }

    @Test
    void aDefaultOfStageDevBecomesThisStages() {
        assertThat(new Stage("prod").inThisStage("/parler/dev/conversion/audio-bucket"))
                .isEqualTo("/parler/prod/conversion/audio-bucket");
        assertThat(new Stage("prod").inThisStage("/aws/service/x")).isEqualTo("/aws/service/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Prod", "1st", "a_b", "seventeen-letters"})
    void anInvalidNameIsRefused(String name) {
        assertThatThrownBy(() -> new Stage(name))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is not a stage");
    }
}
