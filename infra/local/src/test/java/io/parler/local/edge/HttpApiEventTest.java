package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.stack.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpApiEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T10:15:30.128Z"), ZoneOffset.UTC);

    private static final Api API =
            new Api(
                    "api",
                    "api.execute-api.us-east-1.amazonaws.com",
                    List.of(new Api.Route("POST", "/v1/conversions/{id}", "Function")));

    @Test
    void theEventIsThatOfAnHttpApi() throws IOException {
        Request request =
                new Request(
                        "POST",
                        "/v1/conversions/a%20b/",
                        "wait=5&tag=x&tag=y%2Bz&flag",
                        Map.of(
                                "content-type", List.of("application/json"),
                                "accept", List.of("a", "b"),
                                "cookie", List.of("one=1; two=2"),
                                "host", List.of("127.0.0.1:7070"),
                                "user-agent", List.of("test/1")),
                        "127.0.0.1",
                        "{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
        JsonNode event = event(request, Map.of("id", "a b"));
        assertThat(event)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "version": "2.0",
                                  "routeKey": "POST /v1/conversions/{id}",
                                  "rawPath": "/v1/conversions/a b/",
                                  "rawQueryString": "wait=5&tag=x&tag=y%2Bz&flag",
                                  "cookies": ["one=1", "two=2"],
                                  "headers": {
                                    "accept": "a,b",
                                    "content-length": "8",
                                    "content-type": "application/json",
                                    "host": "api.execute-api.us-east-1.amazonaws.com",
                                    "user-agent": "test/1",
                                    "x-forwarded-for": "127.0.0.1",
                                    "x-forwarded-port": "443",
                                    "x-forwarded-proto": "https"
                                  },
                                  "queryStringParameters": {"wait": "5", "tag": "x,y+z", "flag": ""},
                                  "pathParameters": {"id": "a b"},
                                  "requestContext": {
                                    "accountId": "000000000000",
                                    "apiId": "api",
                                    "domainName": "api.execute-api.us-east-1.amazonaws.com",
                                    "domainPrefix": "api",
                                    "requestId": "request-1",
                                    "routeKey": "POST /v1/conversions/{id}",
                                    "stage": "$default",
                                    "time": "20/Nov/2026:10:15:30 +0000",
                                    "timeEpoch": 1795169730128,
                                    "http": {
                                      "method": "POST",
                                      "path": "/v1/conversions/a b/",
                                      "protocol": "HTTP/1.1",
                                      "sourceIp": "127.0.0.1",
                                      "userAgent": "test/1"
                                    }
                                  },
                                  "body": "{\\"ä\\":1}",
                                  "isBase64Encoded": false
                                }
                                """));
    }

    @Test
    void aBodyThatIsNoTextIsBase64() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, 1};
        JsonNode event =
                event(
                        new Request(
                                "POST",
                                "/",
                                "",
                                Map.of("content-type", List.of("image/png")),
                                "127.0.0.1",
                                bytes),
                        Map.of());
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").binaryValue()).isEqualTo(bytes);
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("cookies")).isFalse();
    }

    private static JsonNode event(Request request, Map<String, String> pathParameters)
            throws IOException {
        byte[] event =
                new HttpApiEvent(JSON, CLOCK, () -> "request-1")
                        .ofFunction(
                                API,
                                new RouteTable.Match(API.routes().getFirst(), pathParameters),
                                request,
                                "request-1",
                                Optional.empty());
        return JSON.readTree(event);
    }
}
