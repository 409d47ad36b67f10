package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Invocation;
import io.parler.local.stack.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFunctionsResponseIsSent() throws IOException {
        Response response =
                answer(
                        """
                        {"statusCode": 202, "headers": {"Location": "/x", "content-type": "application/json", "Content-Length": "999"},
                         "cookies": ["a=1", "b=2; Path=/"], "body": "{}", "isBase64Encoded": false}
                        """);
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.headers())
                .containsExactlyInAnyOrder(
                        Map.entry("Location", "/x"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("Set-Cookie", "a=1"),
                        Map.entry("Set-Cookie", "b=2; Path=/"));
        assertThat(text(response)).isEqualTo("{}");
    }

    @Test
    void aBase64BodyIsSentAsBytes() throws IOException {
        Response response =
                answer(
                        """
                        {"statusCode": 200, "headers": {"Content-Type": "image/png"}, "body": "/wAB", "isBase64Encoded": true}
                        """);
        assertThat(response.body().readAllBytes()).containsExactly(0xff, 0, 1);
        assertThat(response.length()).isEqualTo(3);
    }

    @Test
    void anAnswerWithoutStatusIsTheBodyOf200() throws IOException {
        Response response = answer("{\"posts\":[]}");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsExactly(Map.entry("Content-Type", "application/json"));
        assertThat(text(response)).isEqualTo("{\"posts\":[]}");
    }

    @Test
    void aFunctionThatFailsIsA500WithoutItsReason() throws IOException {
        Response response = answer(new Invocation.Failed("java.lang.Error", "secret", new byte[0]));
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aFunctionThatRunsOutOfTimeIsA503() {
        Response response =
                answer(
                        new Invocation.Failed(
                                "Sandbox.Timedout",
                                "Task timed out after 3.00 seconds",
                                new byte[0]));
        assertThat(response.status()).isEqualTo(503);
    }

    @Test
    void aThrottledFunctionIsA429() {
        assertThat(answer(new Invocation.Throttled()).status()).isEqualTo(429);
    }

    @Test
    void anAnswerThatIsNoJsonIsA500() {
        assertThat(answer("oops").status()).isEqualTo(500);
    }

    @Test
    void aPathWithoutRouteIsA404AsApiGatewayWordsIt() throws IOException {
        Response response =
                api(new Invocation.Throttled())
                        .answer(request("/nothing", new byte[0]), "/nothing");
        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response)).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aRequestThatIsTooLargeForAFunctionIsRejected() {
        byte[] body = new byte[7 * 1024 * 1024];
        Response response =
                api(new Invocation.Throttled()).answer(request("/orders", body), "/orders");
        assertThat(response.status()).isEqualTo(413);
    }

    private static Response answer(String payload) {
        return answer(new Invocation.Succeeded(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static Response answer(Invocation invocation) {
        return api(invocation).answer(request("/orders", new byte[0]), "/orders");
    }

    private static HttpApi api(Invocation invocation) {
        return new HttpApi(
                new Api(
                        "shop",
                        "shop.execute-api",
                        List.of(new Api.Route("GET", "/orders", "Orders"))),
                (name, payload) -> invocation,
                RoleCheck.allowingAll(),
                new HttpApiEvent(JSON, Clock.systemUTC(), () -> "request-1"),
                JSON,
                Clock.systemUTC());
    }

    private static Request request(String path, byte[] body) {
        return new Request("GET", path, "", Map.of(), "127.0.0.1", body);
    }

    private static String text(Response response) throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}
