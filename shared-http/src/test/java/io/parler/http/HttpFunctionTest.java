package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import io.parler.testing.LambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HttpFunctionTest {
    /// As in "Create AWS Lambda proxy integrations for HTTP APIs", with a Lambda authorizer.
    private static final String EVENT =
            """
            {"version": "2.0", "routeKey": "POST /greetings/{name}", "rawPath": "/greetings/Ada",
             "rawQueryString": "limit=2", "cookies": ["a=1", "b=2"],
             "headers": {"content-type": "application/json", "x-correlation-id": "c-1"},
             "queryStringParameters": {"limit": "2"},
             "requestContext": {"accountId": "123456789012", "apiId": "api", "authentication": null,
               "authorizer": {"lambda": {"accountId": "acc_1", "monthlyCharacters": 5000}},
               "domainName": "d", "domainPrefix": "d",
               "http": {"method": "POST", "path": "/greetings/Ada", "protocol": "HTTP/1.1",
                 "sourceIp": "192.0.2.1", "userAgent": "agent"},
               "requestId": "request-1", "routeKey": "POST /greetings/{name}", "stage": "$default",
               "time": "12/Mar/2025:19:03:58 +0000", "timeEpoch": 1741806238000},
             "body": "eyJ0ZXh0IjogMX0=", "pathParameters": {"name": "Ada"},
             "isBase64Encoded": true, "stageVariables": {"v": "1"}, "new": {"field": []}}""";

    private final List<APIGatewayV2HTTPEvent> handled = new ArrayList<>();
    private final List<Boolean> priming = new ArrayList<>();

    private final class Greeting implements HttpFunction, Primed {
        @Override
        public APIGatewayV2HTTPResponse handleRequest(
                APIGatewayV2HTTPEvent event, Context context) {
            handled.add(event);
            priming.add(Snapshot.isPriming());
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("ETag", "\"1\""))
                    .withCookies(List.of("a=1"))
                    .withBody("héllo")
                    .withIsBase64Encoded(false)
                    .build();
        }

        @Override
        public void prime() throws IOException {
            prime(PrimingRequest.of("GET /greetings/{name}").path("name", "Ada").query("q", "1"));
        }
    }

    @Test
    void anEventIsReadAsLambdaItselfReadsIt() throws IOException {
        call(EVENT);

        APIGatewayV2HTTPEvent byLambda =
                LambdaEventSerializers.serializerFor(
                                APIGatewayV2HTTPEvent.class, getClass().getClassLoader())
                        .fromJson(EVENT);
        assertThat(handled).containsExactly(byLambda);
        assertThat(Objects.requireNonNull(byLambda).getRequestContext().getAuthorizer().getLambda())
                .containsEntry("accountId", "acc_1");
    }

    @Test
    void aResponseHasTheFieldsThatApiGatewayReads() throws IOException {
        assertThat(Json.tree(call(EVENT)))
                .isEqualTo(
                        Json.tree(
                                """
                                {"statusCode": 200, "headers": {"ETag": "\\"1\\""},
                                 "cookies": ["a=1"], "body": "héllo", "isBase64Encoded": false}"""));
    }

    @Test
    void aPrimedFunctionHandlesItsRequestsAFewTimes() throws Exception {
        Greeting function = new Greeting();

        Snapshot.prime(function);

        assertThat(priming).hasSize(2 * PrimingRequest.ROUNDS).containsOnly(true);
        assertThat(handled)
                .filteredOn(event -> event.getRouteKey().equals("GET /greetings/{name}"))
                .hasSize(PrimingRequest.ROUNDS)
                .allSatisfy(
                        event -> {
                            assertThat(event.getPathParameters()).containsEntry("name", "Ada");
                            assertThat(event.getQueryStringParameters()).containsEntry("q", "1");
                        });
    }

    private String call(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Greeting()
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new LambdaContext());
        return out.toString(StandardCharsets.UTF_8);
    }
}
