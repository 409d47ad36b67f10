package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.id.Scope;
import io.parler.testing.LambdaContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorsTest {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String BLOG = "https://blog.example";

    private static final Map<String, Object> ACCOUNT =
            Map.of("accountId", "acc_1", "scopes", "read", "origins", BLOG + " http://localhost:1");

    private final HttpApi api =
            HttpApi.of(
                    Route.open("GET /open", _ -> Response.text(200, "for all")),
                    Route.open("POST /open", _ -> Response.text(200, "done")),
                    Route.needs(Scope.READ, "GET /mine", _ -> Response.text(200, "mine")));

    @Test
    void everyPageReadsWhatIsOpen() {
        assertThat(send("GET /open", BLOG, Map.of()).getHeaders()).containsEntry(ALLOW_ORIGIN, "*");
    }

    @Test
    void noPageReadsTheResponseToAnOpenRequestThatChangesSomething() {
        assertThat(send("POST /open", BLOG, Map.of()).getHeaders()).doesNotContainKey(ALLOW_ORIGIN);
    }

    @Test
    void aPageOfAnOriginThatTheAccountNamesReadsItsResponses() {
        assertThat(send("GET /mine", BLOG, ACCOUNT).getHeaders())
                .containsEntry(ALLOW_ORIGIN, BLOG)
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void aPageOfAnotherOriginDoesNot() {
        assertThat(send("GET /mine", "https://evil.example", ACCOUNT).getHeaders())
                .doesNotContainKey(ALLOW_ORIGIN)
                .containsEntry("Vary", "Origin");
        assertThat(send("GET /mine", "https://blog.example.evil.example", ACCOUNT).getHeaders())
                .doesNotContainKey(ALLOW_ORIGIN);
    }

    @Test
    void aRefusalIsReadByNoOtherPage() {
        APIGatewayV2HTTPResponse refused =
                send("GET /mine", BLOG, Map.of("problem", "key-unknown", "origins", BLOG));

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getHeaders()).doesNotContainKey(ALLOW_ORIGIN);
    }

    @Test
    void aPreflightRequestIsAnsweredWithoutAKey() {
        APIGatewayV2HTTPResponse response =
                send("OPTIONS /{proxy+}", BLOG, Map.of("problem", "sign-in-required"));

        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getHeaders())
                .containsEntry(ALLOW_ORIGIN, BLOG)
                .containsEntry("Vary", "Origin");
        assertThat(response.getHeaders().get("Access-Control-Allow-Headers"))
                .contains("Authorization", "Idempotency-Key");
    }

    private APIGatewayV2HTTPResponse send(
            String route, String origin, Map<String, Object> authorizer) {
        APIGatewayV2HTTPEvent event = CallerTest.event(route, authorizer);
        event.setHeaders(Map.of("origin", origin));
        return api.handle(event, new LambdaContext());
    }
}
