package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /v1/listen` and `GET /listen`, from the events to the responses.
class ListenApiTest {
    private static final String POST = ListenFixture.POST;
    private static final String JSON = "GET /v1/listen";
    private static final String PLAYER = "GET /listen";

    private final ListenFixture fixture = new ListenFixture();

    @Test
    void theEventsOfAConversionLeadToTheExample() throws Exception {
        APIGatewayV2HTTPResponse response = get(JSON, Map.of("url", POST), Map.of());

        assertThat(response.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/listen", response.getBody());
        Map<?, ?> body = Json.read(response.getBody(), Map.class);
        Map<?, ?> example = Json.read(Contract.body("listen"), Map.class);
        assertThat(body.equals(example)).as(response.getBody()).isTrue();
        assertThat(response.getHeaders())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cache-Control", "public, max-age=60");
    }

    @Test
    void aConversionLinksToTheNewestPlayerOfItsPostAndToItsPage() {
        assertThat(get("GET /v1/conversions/{id}", Map.of(), Map.of()).getBody())
                .contains(
                        "\"newestPlayer\":\"https://parler.example.com/listen?url=https%3A%2F%2F"
                                + "blog.example.com%2F2026%2F11%2Fwhy-queues-beat-cron\"",
                        "\"page\":\"https://parler.example.com/listen/"
                                + ListenFixture.ID
                                + "/why-queues-beat-cron\"");
    }

    @Test
    void anUnchangedVersionIs304() {
        String tag = get(JSON, Map.of("url", POST), Map.of()).getHeaders().get("ETag");

        APIGatewayV2HTTPResponse again =
                get(JSON, Map.of("url", POST), Map.of("if-none-match", tag));

        assertThat(again.getStatusCode()).isEqualTo(304);
        assertThat(again.getHeaders()).containsEntry("ETag", tag);
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.com/other, owner",
        "https://blog.example.com/2026/11/why-queues-beat-cron/, acc_q7c2mzk4w5tdx3hb",
    })
    void aPostWithoutAudioIs404ForAMinute(String url, String account) {
        APIGatewayV2HTTPResponse response =
                get(JSON, Map.of("url", url, "account", account), Map.of());

        assertThat(response.getStatusCode()).isEqualTo(404);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(response.getBody()).contains("/problems/no-audio");
        assertThat(response.getHeaders())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cache-Control", "public, max-age=60");
        assertThat(get(PLAYER, Map.of("url", url, "account", account), Map.of()).getStatusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "public"})
    void theOwnerIsTheAccountThatNeedsNoName(String account) {
        assertThat(get(JSON, Map.of("url", POST, "account", account), Map.of()).getBody())
                .isEqualTo(get(JSON, Map.of("url", POST), Map.of()).getBody());
    }

    @Test
    void wrongParametersAreProblems() {
        assertThat(get(JSON, Map.of(), Map.of()).getStatusCode()).isEqualTo(400);
        assertThat(get(JSON, Map.of("url", POST, "account", "A B"), Map.of()).getStatusCode())
                .isEqualTo(400);
        assertThat(get(JSON, Map.of("url", "queues"), Map.of()).getStatusCode()).isEqualTo(422);
        assertThat(get(PLAYER, Map.of(), Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(get(PLAYER, Map.of("url", "queues"), Map.of()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void thePlayerOfAPostIsThatOfItsNewestConversion() {
        APIGatewayV2HTTPResponse page = get(PLAYER, Map.of("url", POST), Map.of());

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getBody())
                .isEqualTo(get("GET /v1/conversions/{id}/player", Map.of(), Map.of()).getBody())
                .contains("data-state=\"completed\"");
        assertThat(page.getHeaders().get("Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(page.getHeaders()).containsEntry("Cache-Control", "public, max-age=60");
    }

    @Test
    void thePageOfAConversionHasItsTitleItsPlayerAndItsFiles() {
        APIGatewayV2HTTPResponse page = page(ListenFixture.ID, "why-queues-beat-cron");

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getHeaders()).containsEntry("Cache-Control", "public, max-age=60");
        assertThat(page.getBody())
                .contains(
                        ">Why queues beat cron</h1>",
                        "<iframe class=\"player\" src=\"/v1/conversions/" + ListenFixture.ID,
                        "href=\"/audio/"
                                + ListenFixture.ID
                                + "/why-queues-beat-cron.mp3\" download",
                        "Download MP3 (1.1 MB)",
                        "src=\"https://blog.example.com/images/queues.png\"",
                        "<a href=\"https://blog.example.com/2026/11/why-queues-beat-cron/\"",
                        "property=\"og:audio\"",
                        "name=\"twitter:player\"",
                        "\"@type\":\"AudioObject\"",
                        "type=\"application/json+oembed\"",
                        "type=\"text/xml+oembed\"");
        assertThat(page.getBody()).doesNotContainPattern("<script>|<style|style=|onerror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "Why-Queues-Beat-Cron"})
    void anotherSlugLeadsToTheRightOne(String slug) {
        APIGatewayV2HTTPResponse response = page(ListenFixture.ID, slug);

        assertThat(response.getStatusCode()).isEqualTo(301);
        assertThat(response.getHeaders())
                .containsEntry(
                        "Location",
                        "https://parler.example.com/listen/"
                                + ListenFixture.ID
                                + "/why-queues-beat-cron");
    }

    @Test
    void aPageWithoutAudioSaysWhy() {
        assertThat(page("nonsense", "x").getStatusCode()).isEqualTo(404);
        assertThat(page("01a1f874-3e50-7c41-8f3a-2b6d5e7f9013", "x").getBody())
                .contains("There is no audio here", "noindex");

        fixture.record("conversion.deleted.v1");
        assertThat(page(ListenFixture.ID, "why-queues-beat-cron").getStatusCode()).isEqualTo(410);
        assertThat(get(JSON, Map.of("url", POST), Map.of()).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "embed.js, text/javascript",
        "listen.js, text/javascript",
        "listen-page.js, text/javascript",
        "listen.css, text/css",
    })
    void everySiteMayLoadTheScripts(String name, String type) {
        APIGatewayV2HTTPResponse file = get("GET /" + name, Map.of(), Map.of());

        assertThat(file.getStatusCode()).isEqualTo(200);
        assertThat(file.getHeaders())
                .containsEntry("Content-Type", type + "; charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
        assertThat(file.getBody().length()).isLessThan(10_000);
        assertThat(
                        get(
                                        "GET /" + name,
                                        Map.of(),
                                        Map.of("if-none-match", file.getHeaders().get("ETag")))
                                .getStatusCode())
                .isEqualTo(304);
    }

    private APIGatewayV2HTTPResponse get(
            String route, Map<String, String> query, Map<String, String> headers) {
        return fixture.get(route, Map.of("id", ListenFixture.ID), query, headers);
    }

    private APIGatewayV2HTTPResponse page(String id, String slug) {
        return fixture.get(
                slug.isEmpty() ? "GET /listen/{id}" : "GET /listen/{id}/{slug}",
                Map.of("id", id, "slug", slug),
                Map.of(),
                Map.of());
    }
}
