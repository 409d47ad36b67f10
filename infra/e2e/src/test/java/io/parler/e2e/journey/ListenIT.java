package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.TestSite;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The address of a post leads to its newest audio, through new conversions and deletions.
@SharedSuite
class ListenIT {
    private final ApiClient api;
    private final TestSite site;

    ListenIT(ApiClient api, TestSite site) {
        this.api = api;
        this.site = site;
    }

    @Test
    void aPostHasItsNewestAudioUntilTheLastIsDeleted() {
        String post = site.url("/post/followed");
        assertThat(listen(post).problem()).isEqualTo("no-audio");

        JsonNode first = api.converted(post);
        awaitNewest(post, first);
        JsonNode second = api.converted(post + "?utm_source=again");
        awaitNewest(post, second);
        ApiResponse body = listen(post);
        assertThat(SchemaValidator.errorsOfBody("listen", body.text())).isEmpty();
        assertThat(api.get(body.json().at("/audio/url").asText()).status()).isEqualTo(200);
        assertThat(api.get(body.json().at("/links/player").asText()).text())
                .contains(second.path("id").asText());

        delete(second);
        awaitNewest(post, first);
        delete(first);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listen(post).status() == 404);
    }

    private ApiResponse listen(String post) {
        return api.get("/v1/listen?url=" + ApiClient.encoded(post));
    }

    private void awaitNewest(String post, JsonNode conversion) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> listen(post).json().path("id").equals(conversion.path("id")));
    }

    private void delete(JsonNode conversion) {
        ApiResponse response =
                api.send(
                        "DELETE",
                        "/v1/conversions/" + conversion.path("id").asText(),
                        HttpRequest.BodyPublishers.noBody());
        assertThat(response.status()).isEqualTo(204);
    }
}
