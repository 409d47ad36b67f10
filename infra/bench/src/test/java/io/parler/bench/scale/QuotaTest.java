package io.parler.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Path ROOT = Path.of("../..");

    private final Scenario scenario = SimulationTest.scenario(86_400, 1);

    /// Two conversions a second with three transactions each, each of two units.
    @Test
    void theItemOfTheInstallationIsWrittenByAllAccounts() {
        Demand demand = new Demand(scenario, 2, 0.5);

        assertThat(demand.installationWrites()).isEqualTo(12);
        assertThat(quota("Quotas, item").utilisation(demand)).isCloseTo(0.012, within(1e-9));
        assertThat(quota("one account").utilisation(demand)).isCloseTo(0.25, within(1e-9));
    }

    /// A median of 20 chunks and a spread of 0.7 are 25.55 on average.
    @Test
    void theVoiceIsCalledForEachChunk() {
        Demand demand = new Demand(scenario, 2, 0);

        assertThat(demand.voiceCalls()).isCloseTo(51.1, within(0.05));
        assertThat(quota("voice: calls a second").utilisation(demand))
                .isCloseTo(51.1 / 8, within(0.01));
    }

    @Test
    void theLimitsOfTheTemplatesAreThoseInTheTemplates() throws IOException {
        assertThat(template("post-conversion"))
                .contains("DefaultRouteSettings: {ThrottlingRateLimit: 20,")
                .containsPattern("ConversionsPerMinute:\\n(.*\\n){2} +Default: 120\\n");
        assertThat(template("status"))
                .contains("DefaultRouteSettings: {ThrottlingRateLimit: 200,")
                .contains("ScalingConfig: {MaximumConcurrency: 20}");
        assertThat(template("load-post"))
                .contains("ScalingConfig: {MaximumConcurrency: 5}")
                .contains("Schedule: rate(1 minute)");
        assertThat(
                        Files.readString(
                                ROOT.resolve(quota("FeedScheduler").source().replace(", MAX", ""))))
                .contains("MAX = 1_000;");
        assertThat(template("conversion"))
                .contains("ScalingConfig: {MaximumConcurrency: " + scenario.workers() + "}");
    }

    private static String template(String service) throws IOException {
        return Files.readString(ROOT.resolve("services/" + service + "/template.yaml"));
    }

    private Quota quota(String name) {
        List<Quota> found =
                Quota.all(scenario).stream().filter(q -> q.name().startsWith(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
