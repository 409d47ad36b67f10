package io.parler.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import io.parler.e2e.suite.TestSite;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A suite that was stopped or killed continues its work after a restart. Each test has its own
/// suite and data.
class RestartIT {
    private static final String[] QUICK = {"--allow", "127.0.0.1", "--voice-engine", "tone"};

    @BeforeAll
    static void onlyHere() {
        Assumptions.assumeTrue(
                System.getProperty("parler.url", "").isBlank(),
                "the suite that runs is somebody else's");
        Assumptions.assumeTrue(
                SuiteExtension.cloud().isEmpty(), "what lies in another cloud is kept there");
    }

    @Test
    void aKilledConversionFinishesAfterTheRestart() {
        try (TestSite site = new TestSite()) {
            String url = site.gated("/post/kept");
            Suite first = start("killed", with(QUICK, "--fresh"));
            String id;
            String done;
            try {
                done =
                        ApiClient.accepted(
                                first.api()
                                        .requestText("Done before", "This one was done before."));
                first.api().completed(done);
                id = ApiClient.accepted(first.api().request(url));
                // The worker has it, and waits for the page.
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(
                                () ->
                                        first.api()
                                                .state(id, 5)
                                                .path("status")
                                                .asText()
                                                .equals("processing"));
            } finally {
                first.kill();
            }
            site.open("/post/kept");

            try (Suite second = start("killed", QUICK)) {
                System.out.printf(
                        "suite: ready after %d ms, again on the same data%n",
                        second.startup().toMillis());
                JsonNode conversion = completed(second, id);
                assertThat(conversion.path("title").asText()).isEqualTo("The post kept");
                assertThat(second.api().state(done, 0).path("status").asText())
                        .isEqualTo("completed");
                JsonNode kept = second.api().state(done, 0);
                assertThat(second.api().get(kept.at("/audio/url").asText()).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void itStopsByItselfAndLosesNothingUntilToldToStartFresh() {
        Suite first = start("stopped", with(QUICK, "--fresh"));
        String id =
                ApiClient.accepted(
                        first.api()
                                .requestText("Before the stop", "Accepted just before the stop."));
        assertThat(first.stop()).isTrue();

        try (Suite second = start("stopped", QUICK)) {
            assertThat(completed(second, id).path("title").asText()).isEqualTo("Before the stop");
        }

        try (Suite third = start("stopped", with(QUICK, "--fresh"))) {
            ApiResponse library = third.api().get("/v1/library");
            assertThat(library.json().path("conversions")).isEmpty();
        }
    }

    /// Waits for an event that was not recorded before the stop. Until then, an id that is older
    /// than half a minute is unknown.
    private static JsonNode completed(Suite suite, String id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> suite.api().get("/v1/conversions/" + id).status() == 200);
        return suite.api().completed(id);
    }

    private static Suite start(String data, String... options) {
        return Suite.start(
                ProjectFiles.root(), SuiteExtension.data(data), Suite.QUICK_RECOVERY, options);
    }

    private static String[] with(String[] options, String more) {
        String[] all = java.util.Arrays.copyOf(options, options.length + 1);
        all[options.length] = more;
        return all;
    }
}
