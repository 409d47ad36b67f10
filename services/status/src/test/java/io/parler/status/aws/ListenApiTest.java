package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.events.Redelivery;
import io.parler.http.Json;
import io.parler.status.ConversionDeleter;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.LongPoll;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PostAudioStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /v1/listen` and `GET /listen`, from the events to the responses.
class ListenApiTest {
    private static final String POST = "https://blog.example.com/2026/11/why-queues-beat-cron/";
    private static final String JSON = "GET /v1/listen";
    private static final String PLAYER = "GET /listen";

    private final SettableClock clock = new SettableClock("2026-11-20T10:30:00Z");
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();
    private final StatusApi api =
            new StatusApi(
                    new LongPoll(conversions, clock, clock::advance),
                    new ConversionDeleter(conversions, (_, _) -> {}, _ -> {}, clock),
                    new NewestAudio(posts, conversions),
                    "https://parler.example.com");

    @BeforeEach
    void convert() {
        assertThat(
                        SqsBatch.failures(
                                new StatusRecorder(
                                        conversions, posts, Redelivery.afterVisibilityTimeout()),
                                Contract.event("conversion.requested.v1-url"),
                                Contract.event("conversion.completed.v1")))
                .isEmpty();
    }

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

    private APIGatewayV2HTTPResponse get(
            String route, Map<String, String> query, Map<String, String> headers) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(Map.of("id", "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012"))
                        .withQueryStringParameters(query)
                        .withHeaders(headers)
                        .build(),
                new LambdaContext());
    }
}
