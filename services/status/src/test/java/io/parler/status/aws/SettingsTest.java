package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everyMissingSettingIsNamedAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("A", "1", "B", " "), "A", "B", "C"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("missing in the environment: [B, C]");
    }

    @Test
    void aSettingThatIsThereIsGiven() {
        assertThat(Settings.of(Map.of("A", "1"), "A").get("A")).isEqualTo("1");
    }
}
