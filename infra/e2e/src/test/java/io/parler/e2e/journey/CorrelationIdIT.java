package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// One correlation id is in the logs of every function that handled a request.
@SharedSuite
class CorrelationIdIT {
    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;

    CorrelationIdIT(Suite suite, ApiClient api, TestSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
    }

    @Test
    void theIdOfARequestIsInTheLogOfEveryFunctionOnItsPath() {
        Assumptions.assumeFalse(
                suite.logs().isEmpty(), "a suite that somebody else started shows no logs");
        String correlation = "e2e-" + UUID.randomUUID();
        ApiResponse accepted =
                api.request(site.url("/post/with-an-id"), "X-Correlation-Id", correlation);
        assertThat(accepted.header("x-correlation-id")).isEqualTo(correlation);
        api.completed(ApiClient.accepted(accepted));

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                assertThat(
                                                functionsThatLogged(
                                                        "\"correlationId\":\"" + correlation))
                                        .contains(
                                                "PostConversionApi",
                                                "ConversionWorker",
                                                "LoadPostApi",
                                                "StatusRecorder",
                                                "FrontendRecorder",
                                                "QuotaRecorder"));
    }

    @Test
    void theTextOfAPostIsNeverLogged() {
        Assumptions.assumeFalse(
                suite.logs().isEmpty(), "a suite that somebody else started shows no logs");
        String secret = "marmalade" + UUID.randomUUID().toString().replace("-", "");
        api.completed(
                ApiClient.accepted(api.requestText("A secret", "The password is " + secret + ".")));

        assertThat(functionsThatLogged(secret)).isEmpty();
    }

    private Set<String> functionsThatLogged(String text) {
        return suite.logs().stream()
                .filter(log -> ProjectFiles.read(log).replace("\": \"", "\":\"").contains(text))
                .map(Path::getFileName)
                .map(name -> name.toString().replaceFirst("^.*-", "").replaceFirst("\\.log$", ""))
                .collect(Collectors.toSet());
    }
}
