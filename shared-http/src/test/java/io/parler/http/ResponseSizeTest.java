package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.testing.LambdaContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Longer texts are compressed, and none is larger than Lambda lets through.
class ResponseSizeTest {
    private static final String PAGE = "All our words. ".repeat(1000);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "deflate, GZIP;q=0.5", "gzip; q=1.0"})
    void aLongTextIsCompressedForAClientThatAcceptsIt(String accepted) throws IOException {
        APIGatewayV2HTTPResponse response = call(accepted, Response.text(200, PAGE));

        assertThat(response.getHeaders())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Type", "text/plain; charset=utf-8");
        assertThat(response.getIsBase64Encoded()).isTrue();
        assertThat(gunzip(response.getBody())).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip2"})
    void itIsNotForAnyOther(String accepted) {
        APIGatewayV2HTTPResponse response = call(accepted, Response.text(200, PAGE));

        assertThat(response.getHeaders()).doesNotContainKey("Content-Encoding");
        assertThat(response.getBody()).isEqualTo(PAGE);
    }

    @Test
    void aShortTextATaggedOneAndBytesStayAsTheyAre() {
        Response tagged = Response.text(200, PAGE).header("ETag", "\"1\"");
        for (Response response :
                new Response[] {
                    Response.text(200, "short"),
                    tagged,
                    Response.of(200, "image/png", PAGE.getBytes(StandardCharsets.UTF_8))
                }) {
            assertThat(call("gzip", response).getHeaders()).doesNotContainKey("Content-Encoding");
        }
    }

    @Test
    void aTextThatLambdaWouldNotLetThroughIsAProblem() {
        String tooLong = "x".repeat(WireResponse.MAX_BODY + 1);

        assertThat(call("", Response.text(200, tooLong)).getStatusCode()).isEqualTo(422);
        assertThat(call("", Response.text(200, tooLong)).getBody()).contains("page-too-large");
        assertThat(call("", Response.text(200, tooLong)).getHeaders())
                .containsKey("X-Correlation-Id");
        assertThat(call("gzip", Response.text(200, tooLong)).getStatusCode()).isEqualTo(200);
    }

    @Test
    void whatJsonWritesAsTwoCharactersCountsTwice() {
        String quotes = "\"".repeat(WireResponse.MAX_BODY / 2 + 1);

        assertThat(call("", Response.text(200, quotes)).getStatusCode()).isEqualTo(422);
    }

    @Test
    void aTextThatCanNotBeCompressedIsAProblemToo() {
        byte[] noise = new byte[WireResponse.MAX_BODY];
        new Random(1).nextBytes(noise);
        Response page = Response.of(200, "text/plain", noise);

        assertThat(call("gzip", page).getStatusCode()).isEqualTo(422);
    }

    private static APIGatewayV2HTTPResponse call(String acceptEncoding, Response response) {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /page")
                        .withHeaders(Map.of("accept-encoding", acceptEncoding))
                        .build();
        return HttpApi.of(Route.open("GET /page", _ -> response))
                .handle(event, new LambdaContext("request-7", Duration.ofSeconds(1)));
    }

    private static String gunzip(String base64) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
