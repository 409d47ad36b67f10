package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Invocation;
import io.parler.local.stack.Api;
import io.parler.local.stack.RequestAuthorizer;
import io.parler.local.stack.RequestAuthorizer.IdentitySource;
import io.parler.local.stack.RequestAuthorizer.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaAuthorizerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:Keys:live";
    private static final String ALLOWED =
            "{\"isAuthorized\": true, \"context\": {\"account\": \"mara\", \"calls\": 3}}";
    private static final String DENIED =
            "{\"isAuthorized\": false, \"context\": {\"why\": \"secret\"}}";

    /// The events of all invocations, by function.
    private final Map<String, List<JsonNode>> events = new HashMap<>();
    private Invocation answer = succeeded(ALLOWED);
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void theAuthorizersContextReachesTheFunction() throws IOException {
        Response response =
                send(withKey(Duration.ZERO), "/orders", Map.of("x-api-key", List.of("k")));
        assertThat(response.status()).isEqualTo(200);
        assertThat(events("Orders").getFirst().path("requestContext").path("authorizer"))
                .isEqualTo(JSON.readTree("{\"lambda\": {\"account\": \"mara\", \"calls\": 3}}"));
    }

    @Test
    void theContextIsNullIfTheAuthorizerSaysNothingOfTheCaller() throws IOException {
        answer = succeeded("{\"isAuthorized\": true}");
        send(withKey(Duration.ZERO), "/orders", Map.of("x-api-key", List.of("k")));
        assertThat(events("Orders").getFirst().path("requestContext").path("authorizer"))
                .isEqualTo(JSON.readTree("{\"lambda\": null}"));
    }

    @Test
    void theAuthorizersEventIsThatOfPayloadFormatTwoWithoutTheBody() throws IOException {
        Request request =
                new Request(
                        "POST",
                        "/orders/a%20b",
                        "shop=1&x=2",
                        Map.of(
                                "x-api-key", List.of("k"),
                                "content-type", List.of("text/plain"),
                                "user-agent", List.of("test/1"),
                                "cookie", List.of("a=1; b=2")),
                        "127.0.0.1",
                        "the body".getBytes(StandardCharsets.UTF_8));
        RequestAuthorizer authorizer =
                authorizer(
                        Duration.ZERO,
                        new IdentitySource(Kind.HEADER, "X-Api-Key"),
                        new IdentitySource(Kind.QUERY_STRING, "shop"));
        api(authorizer).answer(request, "/orders/a%20b");
        assertThat(events("Keys").getFirst())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "version": "2.0",
                                  "type": "REQUEST",
                                  "routeArn": "arn:aws:execute-api:us-east-1:000000000000:shop/$default/POST/orders/a b",
                                  "identitySource": ["k", "1"],
                                  "routeKey": "POST /orders/{id}",
                                  "rawPath": "/orders/a b",
                                  "rawQueryString": "shop=1&x=2",
                                  "cookies": ["a=1", "b=2"],
                                  "headers": {
                                    "content-length": "8",
                                    "content-type": "text/plain",
                                    "host": "shop.execute-api",
                                    "user-agent": "test/1",
                                    "x-api-key": "k",
                                    "x-forwarded-for": "127.0.0.1",
                                    "x-forwarded-port": "443",
                                    "x-forwarded-proto": "https"
                                  },
                                  "queryStringParameters": {"shop": "1", "x": "2"},
                                  "pathParameters": {"id": "a b"},
                                  "requestContext": {
                                    "accountId": "000000000000",
                                    "apiId": "shop",
                                    "domainName": "shop.execute-api",
                                    "domainPrefix": "shop",
                                    "http": {
                                      "method": "POST",
                                      "path": "/orders/a b",
                                      "protocol": "HTTP/1.1",
                                      "sourceIp": "127.0.0.1",
                                      "userAgent": "test/1"
                                    },
                                    "requestId": "request-1",
                                    "routeKey": "POST /orders/{id}",
                                    "stage": "$default",
                                    "time": "28/Nov/2026:12:00:00 +0000",
                                    "timeEpoch": 1795867200000
                                  }
                                }
                                """));
        assertThat(events("Orders").getFirst().path("requestContext").path("requestId").asText())
                .isEqualTo("request-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-api-key", "x-other"})
    void withoutItsIdentitySourcesARequestIsUnauthorizedAndNobodyIsCalled(String header)
            throws IOException {
        Response response =
                send(
                        withKey(Duration.ofMinutes(1)),
                        "/orders",
                        header.isEmpty() ? Map.of() : Map.of(header, List.of("")));
        assertThat(response.status()).isEqualTo(401);
        assertThat(text(response)).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(events).isEmpty();
    }

    @Test
    void whoIsNotAuthorizedIsForbiddenAndTheFunctionIsNotCalled() throws IOException {
        answer = succeeded(DENIED);
        Response response =
                send(withKey(Duration.ZERO), "/orders", Map.of("x-api-key", List.of("k")));
        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response)).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(events).containsOnlyKeys("Keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oops",
                "null",
                "{}",
                "{\"isAuthorized\": \"true\"}",
                "{\"isAuthorized\": true, \"context\": \"mara\"}"
            })
    void aResponseInAnotherFormatIsA500(String payload) throws IOException {
        answer = succeeded(payload);
        assertFailed();
    }

    @Test
    void anAuthorizerThatFailsOrCanNotBeCalledIsA500() throws IOException {
        for (Invocation failure :
                List.of(
                        new Invocation.Failed("java.lang.Error", "secret", new byte[0]),
                        new Invocation.Throttled(),
                        new Invocation.Unknown())) {
            answer = failure;
            assertFailed();
        }
    }

    private void assertFailed() throws IOException {
        HttpApi api = api(withKey(Duration.ofMinutes(1)));
        Request request = request("/orders", "", Map.of("x-api-key", List.of("k")));
        Response response = api.answer(request, "/orders");
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(events).doesNotContainKey("Orders");
        // A failure is not cached.
        answer = succeeded(ALLOWED);
        assertThat(api.answer(request, "/orders").status()).isEqualTo(200);
        events.clear();
    }

    @Test
    void resultsAreCachedByTheIdentitySourcesOfAllRoutesUntilTheyEnd() {
        HttpApi api = api(withKey(Duration.ofSeconds(60)));
        get(api, "/orders", "k");
        get(api, "/orders/7", "k");
        assertThat(events("Keys")).hasSize(1);
        get(api, "/orders", "other");
        assertThat(events("Keys")).hasSize(2);
        now = now.plusSeconds(59);
        get(api, "/orders", "k");
        assertThat(events("Keys")).hasSize(2);
        now = now.plusSeconds(1);
        answer = succeeded(DENIED);
        assertThat(get(api, "/orders", "k").status()).isEqualTo(403);
        answer = succeeded(ALLOWED);
        // A refusal is cached, too.
        assertThat(get(api, "/orders", "k").status()).isEqualTo(403);
        assertThat(events("Keys")).hasSize(3);
    }

    @Test
    void theRouteKeyAsAnIdentitySourceCachesByRoute() {
        HttpApi api =
                api(
                        authorizer(
                                Duration.ofSeconds(60),
                                new IdentitySource(Kind.HEADER, "X-Api-Key"),
                                new IdentitySource(Kind.CONTEXT, "routeKey")));
        get(api, "/orders", "k");
        get(api, "/orders/7", "k");
        get(api, "/orders/8", "k");
        assertThat(events("Keys")).hasSize(2);
    }

    @Test
    void withoutATtlEachRequestIsDecidedAnew() {
        HttpApi api = api(authorizer(Duration.ZERO));
        get(api, "/orders", "k");
        get(api, "/orders", "k");
        assertThat(events("Keys")).hasSize(2);
        assertThat(events("Keys").getFirst().path("identitySource").isNull()).isTrue();
    }

    private Response get(HttpApi api, String path, String key) {
        return api.answer(request(path, "", Map.of("x-api-key", List.of(key))), path);
    }

    private Response send(
            RequestAuthorizer authorizer, String path, Map<String, List<String>> headers) {
        return api(authorizer).answer(request(path, "", headers), path);
    }

    private static RequestAuthorizer withKey(Duration ttl) {
        return authorizer(ttl, new IdentitySource(Kind.HEADER, "X-Api-Key"));
    }

    private static RequestAuthorizer authorizer(Duration ttl, IdentitySource... sources) {
        return new RequestAuthorizer("ByKey", ARN, Optional.empty(), List.of(sources), ttl);
    }

    private HttpApi api(RequestAuthorizer authorizer) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new HttpApi(
                new Api(
                        "shop",
                        "shop.execute-api",
                        List.of(
                                route("GET", "/orders", authorizer),
                                route("GET", "/orders/{id}", authorizer),
                                route("POST", "/orders/{id}", authorizer))),
                this::invoke,
                RoleCheck.allowingAll(),
                new HttpApiEvent(JSON, clock, () -> "request-1"),
                JSON,
                () -> now);
    }

    private static Api.Route route(String method, String path, RequestAuthorizer authorizer) {
        return new Api.Route(method, path, "Orders", Optional.of(authorizer));
    }

    private Invocation invoke(String function, byte[] payload) {
        try {
            events.computeIfAbsent(function, f -> new ArrayList<>()).add(JSON.readTree(payload));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return function.equals("Keys") ? answer : succeeded("{\"statusCode\": 200}");
    }

    private List<JsonNode> events(String function) {
        return events.getOrDefault(function, List.of());
    }

    private static Invocation succeeded(String payload) {
        return new Invocation.Succeeded(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Request request(String path, String query, Map<String, List<String>> headers) {
        return new Request("GET", path, query, headers, "127.0.0.1", new byte[0]);
    }

    private static String text(Response response) throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}
