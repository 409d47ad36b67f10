package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A deleted conversion is gone everywhere; what it was billed still counts.
@SharedSuite
class DeletionIT {
    private final ApiClient api;

    DeletionIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void aDeletedConversionHasNoFilesAndItsPlayerSaysSo() {
        JsonNode conversion =
                api.completed(ApiClient.accepted(api.requestText("Take me away", "Soon gone.")));
        String id = conversion.path("id").asText();

        assertThat(report(id, "{\"started\":true,\"tenths\":[0],\"seconds\":1}").status())
                .isEqualTo(204);
        assertThat(playsOf(id)).isEqualTo(1);

        assertThat(delete(id).status()).isEqualTo(204);

        ApiResponse gone = api.get("/v1/conversions/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.problem()).isEqualTo("conversion-deleted");
        assertThat(api.get("/v1/conversions/" + id + "/player").status()).isEqualTo(410);
        for (String file :
                new String[] {"/audio/url", "/transcript/vttUrl", "/transcript/jsonUrl"}) {
            awaitStatus(conversion.at(file).asText(), 404);
        }
        awaitStatus(conversion.path("chaptersUrl").asText(), 404);
        awaitStatus("/audio/" + id + "/script.json", 404);
        assertThat(report(id, "{}").status()).isEqualTo(404);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> playsOf(id) == 0);
        assertThat(delete(id).status()).isEqualTo(204);
    }

    @Test
    void theUsageCountsWhatWasBilled() {
        long before = used();
        api.completed(
                ApiClient.accepted(
                        api.requestText("Counted", "Nobody has said these words before today.")));

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> used() > before);
    }

    private long used() {
        ApiResponse usage = api.get("/v1/usage");
        assertThat(SchemaValidator.errorsOfBody("usage", usage.text())).isEmpty();
        return usage.json().at("/characters/billed").asLong();
    }

    private ApiResponse report(String id, String report) {
        return api.send(
                "POST",
                "/v1/conversions/" + id + "/plays",
                HttpRequest.BodyPublishers.ofString(report));
    }

    private long playsOf(String id) {
        ApiResponse figures = api.get("/v1/plays");
        assertThat(SchemaValidator.errorsOfBody("plays", figures.text())).isEmpty();
        return figures.json().findParents("tenths").stream()
                .filter(recording -> recording.path("id").asText().equals(id))
                .mapToLong(recording -> recording.path("plays").asLong())
                .sum();
    }

    private ApiResponse delete(String id) {
        return api.send("DELETE", "/v1/conversions/" + id, HttpRequest.BodyPublishers.noBody());
    }

    private void awaitStatus(String address, int status) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.get(address).status() == status);
    }
}
