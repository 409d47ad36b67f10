package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parler.aws.Environment;
import io.parler.testing.TemplateFunction;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class ApiSettingsTest {
    @Test
    void allMissingSettingsAreNamedAtOnce() {
        assertThat(catchThrowable(() -> Environment.read(Map.of(), ApiSettings::of)))
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
                        "SUBSCRIPTIONS_TABLE",
                        "subscriptions",
                        "SEEN_POSTS_TABLE",
                        "posts",
                        "POLLS_QUEUE_URL",
                        "https://queue",
                        "PAGES_PER_MINUTE",
                        "120",
                        "AWS_REGION",
                        "eu-central-1");
        assertThat(Environment.read(environment, ApiSettings::of))
                .isEqualTo(
                        new ApiSettings(
                                "",
                                URI.create("https://p.example"),
                                "pages",
                                "rates",
                                "subscriptions",
                                "posts",
                                "https://queue",
                                120,
                                Region.EU_CENTRAL_1));
    }

    @Test
    void eachFunctionReadsWhatItsTemplateSets() {
        assertThat(Environment.names(ApiSettings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("LoadPostApi"));
        assertThat(Environment.names(FeedPoller.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("FeedPoller"));
        assertThat(Environment.names(FeedScheduler.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("FeedScheduler"));
    }
}
