package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void allMissingSettingsAreNamedAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("B", "b", "C", " "), "A", "B", "C"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("missing in the environment: A, C");
    }

    @Test
    void aSettingIsReadByItsName() {
        assertThat(Settings.of(Map.of("A", "a"), "A").get("A")).isEqualTo("a");
    }
}
