package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.problem.UnavailableException;
import io.parler.testing.LambdaContext;
import io.parler.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
    record Greeting(String text, int times, @Nullable Instant at) {}

    private final HttpApi api =
            HttpApi.of(
                    Route.open(
                            "GET /greetings/{name}",
                            request -> Response.json(200, Map.of("hello", request.path("name")))),
                    Route.open(
                            "GET /greetings",
                            request ->
                                    Response.json(
                                            200,
                                            Map.of(
                                                    "limit",
                                                    request.intQuery("limit", 20, 1, 100)))),
                    Route.open(
                            "POST /greetings",
                            request -> Response.json(201, request.body(Greeting.class))),
                    Route.open(
                            "GET /picture",
                            request -> Response.of(200, "image/png", new byte[] {1, 2, 3})),
                    Route.open(
                            "GET /broken",
                            request -> {
                                throw new IllegalStateException("password=hunter2");
                            }),
                    Route.open(
                            "GET /unavailable",
                            request -> {
                                throw new UnavailableException("table=hunter2");
                            }),
                    Route.open(
                            "GET /deadline",
                            request ->
                                    Response.json(
                                            200,
                                            Deadline.current()
                                                    .orElseThrow()
                                                    .remaining()
                                                    .toMillis())));

    @Test
    void aRouteIsFoundByItsKey() throws Exception {
        APIGatewayV2HTTPEvent event = event("GET /greetings/{name}");
        event.setPathParameters(Map.of("name", "Ada"));

        assertThat(json(call(event)).get("hello").asText()).isEqualTo("Ada");
    }

    @Test
    void anUnknownRouteIsAProblem() throws Exception {
        JsonNode problem = problem(call(event("GET /nowhere")), 404);

        assertThat(problem.get("type").asText()).isEqualTo("/problems/not-found");
        assertThat(problem.get("instance").asText()).isEqualTo("request-7");
    }

    @Test
    void anUnexpectedExceptionTellsTheCallerItsRequestIdAndNothingElse() throws Exception {
        APIGatewayV2HTTPResponse response = call(event("GET /broken"));

        assertThat(problem(response, 500).get("instance").asText()).isEqualTo("request-7");
        assertThat(response.getBody()).doesNotContain("hunter2").doesNotContain("Exception");
    }

    @Test
    void anOutageIsA503ThatSaysWhenToTryAgain() throws Exception {
        APIGatewayV2HTTPResponse response = call(event("GET /unavailable"));

        assertThat(problem(response, 503).get("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(response.getHeaders()).containsEntry("Retry-After", "5");
        assertThat(response.getBody()).doesNotContain("hunter2");
    }

    @Test
    void anEndpointEndsBeforeTheFunctionDoes() throws Exception {
        assertThat(json(call(event("GET /deadline"))).asLong()).isBetween(-1_000_000L, 500L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "ten", "1.5", "99999999999"})
    void aNumberOutOfItsRangeIsABadParameter(String limit) throws Exception {
        APIGatewayV2HTTPEvent event = event("GET /greetings");
        event.setQueryStringParameters(Map.of("limit", limit));

        assertThat(problem(call(event), 400).get("type").asText())
                .isEqualTo("/problems/invalid-parameter");
    }

    @Test
    void anAbsentNumberHasItsDefault() throws Exception {
        assertThat(json(call(event("GET /greetings"))).get("limit").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"text\":\"a\"} trailing", "not json"})
    void aBodyThatIsNotJsonIsA400(String body) throws Exception {
        assertThat(problem(call(post(body)), 400).get("type").asText())
                .isEqualTo("/problems/invalid-json");
    }

    @Test
    void aFieldOfAnotherTypeIsA422ThatPointsAtIt() throws Exception {
        JsonNode problem = problem(call(post("{\"text\":\"a\",\"times\":\"often\"}")), 422);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/times");
    }

    @Test
    void unknownFieldsAreIgnoredAndAbsentOnesLeftOut() {
        APIGatewayV2HTTPResponse response = call(post("{\"text\":\"a\",\"times\":2,\"new\":1}"));

        assertThat(response.getBody()).isEqualTo("{\"text\":\"a\",\"times\":2}");
    }

    @Test
    void timesAreRfc3339() {
        String at = "\"at\":\"2026-11-20T12:00:00Z\"";

        assertThat(call(post("{\"text\":\"a\",\"times\":2," + at + "}")).getBody()).contains(at);
    }

    @Test
    void aBase64BodyIsDecoded() {
        APIGatewayV2HTTPEvent event =
                post(
                        Base64.getEncoder()
                                .encodeToString(
                                        "{\"text\":\"ä\",\"times\":1}"
                                                .getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);

        assertThat(call(event).getBody()).contains("ä");
    }

    @Test
    void bytesAreSentAsBase64() {
        APIGatewayV2HTTPResponse response = call(event("GET /picture"));

        assertThat(response.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(response.getBody())).containsExactly(1, 2, 3);
    }

    @Test
    void theCallersCorrelationIdComesBack() {
        APIGatewayV2HTTPEvent event = event("GET /greetings");
        event.setHeaders(Map.of("x-correlation-id", "trace-1"));

        assertThat(call(event).getHeaders()).containsEntry("X-Correlation-Id", "trace-1");
    }

    @Test
    void aRequestWithoutCorrelationIdGetsOne() {
        assertThat(call(event("GET /nowhere")).getHeaders().get("X-Correlation-Id")).hasSize(36);
    }

    private APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
        return api.handle(event, new LambdaContext("request-7", Duration.ofSeconds(1)));
    }

    private static APIGatewayV2HTTPEvent event(String routeKey) {
        return APIGatewayV2HTTPEvent.builder().withRouteKey(routeKey).build();
    }

    private static APIGatewayV2HTTPEvent post(String body) {
        APIGatewayV2HTTPEvent event = event("POST /greetings");
        event.setBody(body);
        return event;
    }

    private static JsonNode json(APIGatewayV2HTTPResponse response) throws Exception {
        return Json.tree(response.getBody());
    }

    private static JsonNode problem(APIGatewayV2HTTPResponse response, int status)
            throws Exception {
        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }
}
