package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parler.aws.Environment;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class SettingsTest {
    @Test
    void allMissingSettingsAreNamedAtOnce() {
        assertThat(catchThrowable(() -> Environment.read(Map.of(), Settings::of)))
                .hasMessageContainingAll("PUBLIC_ORIGIN", "PAGES_TABLE", "AWS_REGION");
    }

    @Test
    void theAllowedNetworksMayBeEmpty() {
        Map<String, String> environment =
                Map.of(
                        "ALLOWED_NETWORKS",
                        "",
                        "PUBLIC_ORIGIN",
                        "https://p.example",
                        "PAGES_TABLE",
                        "pages",
                        "RATES_TABLE",
                        "rates",
                        "PAGES_PER_MINUTE",
                        "120",
                        "AWS_REGION",
                        "eu-central-1");
        assertThat(Environment.read(environment, Settings::of))
                .isEqualTo(
                        new Settings(
                                "",
                                URI.create("https://p.example"),
                                "pages",
                                "rates",
                                120,
                                Region.EU_CENTRAL_1));
    }
}
