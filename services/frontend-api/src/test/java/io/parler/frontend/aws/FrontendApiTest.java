package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.events.CloudEvent;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.SigningSecretsInMemory;
import io.parler.frontend.podcast.EpisodeStoreInMemory;
import io.parler.frontend.podcast.PodcastStoreInMemory;
import io.parler.http.Json;
import io.parler.problem.ProblemType;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendApiTest {
    private static final String NEWER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String OLDER = "01a1f844-be08-7d6c-9e2f-3a4b5c6d7e8f";

    private static final String OLDEST = "01a1f7f1-bba8-7d6c-9e2f-3a4b5c6d7e8f";

    private final LibraryStoreInMemory library = new LibraryStoreInMemory();
    private final FrontendApi api =
            new FrontendApi(
                    library,
                    new AccountStoreInMemory(),
                    new PodcastStoreInMemory(),
                    new EpisodeStoreInMemory(),
                    new SigningSecretsInMemory(),
                    "https://parler.example.com",
                    InstantSource.system());

    @Test
    void theLibraryIsThatOfTheContract() throws Exception {
        record(Contract.event("conversion.completed.v1"));
        record(Contract.event("conversion.failed.v1").replace(NEWER, OLDER));
        record(Contract.event("conversion.requested.v1-url").replace(NEWER, OLDER));
        record(Contract.event("conversion.requested.v1-text").replace(NEWER, OLDEST));

        String body = get("/v1/library", Map.of()).getBody();

        JsonNode golden = Json.tree(Contract.body("library"));
        assertThat(Contract.errors("rest/library", body)).isEmpty();
        assertThat(Json.tree(body).get("conversions")).isEqualTo(golden.get("conversions"));
    }

    @Test
    void anEmptyLibraryIsAnEmptyList() throws Exception {
        assertThat(Json.tree(get("/v1/library", Map.of()).getBody()))
                .isEqualTo(Json.tree(Contract.body("library-empty")));
    }

    @Test
    void theCursorLeadsFromPageToPageToTheEnd() throws Exception {
        record(Contract.event("conversion.completed.v1"));
        record(Contract.event("conversion.failed.v1").replace(NEWER, OLDER));

        JsonNode first = Json.tree(get("/v1/library", Map.of("limit", "1")).getBody());
        String cursor = first.get("nextCursor").asText();
        JsonNode second =
                Json.tree(get("/v1/library", Map.of("limit", "1", "cursor", cursor)).getBody());

        assertThat(first.at("/conversions/0/id").asText()).isEqualTo(NEWER);
        assertThat(second.at("/conversions/0/id").asText()).isEqualTo(OLDER);
        assertThat(second.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "MDE5YWEwZjQ", "----"})
    void anInvalidCursorIsA400(String cursor) throws Exception {
        APIGatewayV2HTTPResponse response = get("/v1/library", Map.of("cursor", cursor));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(slug(response)).isEqualTo("invalid-parameter");
    }

    @Test
    void anEntryIsDeletedOnce() throws Exception {
        record(Contract.event("conversion.completed.v1"));

        assertThat(delete(NEWER).getStatusCode()).isEqualTo(204);
        assertThat(delete(NEWER).getStatusCode()).isEqualTo(404);
        assertThat(slug(delete("nonsense"))).isEqualTo("conversion-not-found");
        assertThat(library.list("public", 10, Optional.empty()).entries()).isEmpty();
    }

    @Test
    void theApiDescribesItself() throws Exception {
        APIGatewayV2HTTPResponse response = get("/v1/openapi.json", Map.of());

        assertThat(Json.tree(response.getBody()).at("/paths/~1v1~1library/get").isMissingNode())
                .isFalse();
        assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void aPageHasItsSecurityHeaders() {
        APIGatewayV2HTTPResponse page = site("GET", "/", Map.of());

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getHeaders())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-cache")
                .containsKeys("ETag", "Referrer-Policy", "Content-Security-Policy");
        assertThat(page.getHeaders().get("Content-Security-Policy"))
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("media-src 'self' https://parler.example.com")
                .doesNotContain("unsafe");
    }

    @Test
    void aPageThatTheBrowserHasIsNotSentAgain() {
        String tag = site("GET", "/js/app.js", Map.of()).getHeaders().get("ETag");

        APIGatewayV2HTTPResponse again =
                site("GET", "/js/app.js", Map.of("if-none-match", "W/" + tag));

        assertThat(again.getStatusCode()).isEqualTo(304);
        assertThat(again.getBody()).isEmpty();
        assertThat(again.getHeaders()).containsEntry("ETag", tag);
    }

    @Test
    void headIsAnsweredAsGetAndTheGatewayDropsTheBody() {
        APIGatewayV2HTTPResponse got = site("GET", "/sample/", Map.of());
        APIGatewayV2HTTPResponse head = site("HEAD", "/sample/", Map.of());

        assertThat(head.getStatusCode()).isEqualTo(200);
        assertThat(head.getBody()).isEqualTo(got.getBody());
        assertThat(head.getHeaders())
                .containsKeys("ETag")
                .containsEntry("Content-Type", "text/html; charset=utf-8");
    }

    @Test
    void aPictureIsSentAsBytes() {
        APIGatewayV2HTTPResponse picture = site("GET", "/sample/img/reading-lamp.png", Map.of());

        assertThat(picture.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(picture.getBody()))
                .startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
    }

    @Test
    void everyProblemOfTheContractHasAPage() throws Exception {
        for (ProblemType problem : ProblemType.values()) {
            APIGatewayV2HTTPResponse page = site("GET", problem.path(), Map.of());
            assertThat(page.getStatusCode()).isEqualTo(200);
            assertThat(page.getBody()).contains(problem.path());
        }
        assertThat(site("GET", "/problems/", Map.of()).getBody()).contains("/problems/no-feed");
        assertThat(site("GET", "/problems/none", Map.of()).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/../pages/problem.html", "/sample/nothing/"})
    void anUnknownAddressIsAReadablePage(String path) {
        APIGatewayV2HTTPResponse page = site("GET", path, Map.of());

        assertThat(page.getStatusCode()).isEqualTo(404);
        assertThat(page.getBody()).contains("nothing at this address");
        assertThat(page.getHeaders()).containsKey("Content-Security-Policy");
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblem() throws Exception {
        APIGatewayV2HTTPResponse response = site("GET", "/v1/nothing", Map.of());

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(slug(response)).isEqualTo("not-found");
    }

    private void record(String event) throws Exception {
        CloudEvent parsed = CloudEvent.parse(event);
        switch (parsed.type()) {
            case ConversionRequestedV1.TYPE ->
                    library.putRequest(ConversionRequestedV1.entry(parsed));
            case ConversionCompletedV1.TYPE -> library.put(ConversionCompletedV1.entry(parsed));
            default -> library.put(ConversionFailedV1.entry(parsed));
        }
    }

    private APIGatewayV2HTTPResponse get(String path, Map<String, String> query) {
        return call(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET " + path)
                        .withRawPath(path)
                        .withQueryStringParameters(query)
                        .build());
    }

    private APIGatewayV2HTTPResponse delete(String id) {
        return call(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("DELETE /v1/library/{id}")
                        .withPathParameters(Map.of("id", id))
                        .build());
    }

    private APIGatewayV2HTTPResponse site(String method, String path, Map<String, String> headers) {
        String route = path.equals("/") ? "/" : "/{proxy+}";
        return call(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(method + " " + route)
                        .withRawPath(path)
                        .withHeaders(headers)
                        .build());
    }

    private APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
        return api.handleRequest(event, new LambdaContext());
    }

    private static String slug(APIGatewayV2HTTPResponse response) throws Exception {
        assertThat(Contract.errors("rest/problem", response.getBody())).isEmpty();
        return Json.tree(response.getBody()).get("type").asText().replace("/problems/", "");
    }
}
