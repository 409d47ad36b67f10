package io.parler.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One id leads through the logs of every function that had a part in a request.
@ExtendWith(TheSuite.class)
class CorrelationIT {
    private final Suite suite;
    private final Api api;
    private final OddSite site;

    CorrelationIT(Suite suite, Api api, OddSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
    }

    @Test
    void theIdOfARequestIsInTheLogOfEveryFunctionOnItsPath() {
        Assumptions.assumeFalse(
                suite.logs().isEmpty(), "a suite that somebody else started shows no logs");
        String correlation = "e2e-" + UUID.randomUUID();
        Answer accepted =
                api.request(site.url("/post/with-an-id"), "X-Correlation-Id", correlation);
        assertThat(accepted.header("x-correlation-id")).isEqualTo(correlation);
        api.completed(Api.accepted(accepted));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
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
        api.completed(Api.accepted(api.requestText("A secret", "The password is " + secret + ".")));

        assertThat(functionsThatLogged(secret)).isEmpty();
    }

    private Set<String> functionsThatLogged(String text) {
        return suite.logs().stream()
                .filter(log -> Project.read(log).replace("\": \"", "\":\"").contains(text))
                .map(Path::getFileName)
                .map(name -> name.toString().replaceFirst("^.*-", "").replaceFirst("\\.log$", ""))
                .collect(Collectors.toSet());
    }
}
