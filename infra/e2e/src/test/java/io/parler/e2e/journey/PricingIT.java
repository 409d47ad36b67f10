package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Quotes, and what is billed.
@SharedSuite
class PricingIT {
    private final ApiClient api;

    PricingIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void ofTwoConcurrentConversionsEachPartIsBilledToOneAsQuoted() {
        String text =
                IntStream.range(0, 30)
                        .mapToObj(i -> "Nobody has said sentence " + i + " before.")
                        .collect(Collectors.joining("\\n\\n"));
        String body =
                "{\"source\": {\"title\": \"At once\", \"text\": \""
                        + text
                        + "\"}, \"voice\": \"Ivy\"}";

        JsonNode quote = api.post("/v1/quotes", body).json();
        List<String> ids =
                Stream.of(1, 2)
                        .map(_ -> ApiClient.accepted(api.post("/v1/conversions", body)))
                        .toList();
        List<JsonNode> both = ids.stream().map(api::completed).toList();
        JsonNode afterwards = api.post("/v1/quotes", body).json();

        assertThat(SchemaValidator.errorsOfBody("quote", quote.toString())).isEmpty();
        assertThat(both.stream().mapToInt(one -> one.path("billedCharacters").asInt()).sum())
                .isEqualTo(both.getFirst().path("characters").asInt())
                .isEqualTo(quote.path("billable").asInt());
        assertThat(afterwards.path("billable").asInt()).isZero();
        assertThat(afterwards.at("/price/amount").asDouble()).isZero();
    }

    @Test
    void wordTimesAreInTheTranscriptOnRequest() {
        String body =
                """
                {"source": {"title": "Word by word", "text": "Every word has its time."},
                 "options": {"timing": "words"}}
                """;

        JsonNode conversion = api.completed(ApiClient.accepted(api.post("/v1/conversions", body)));

        JsonNode segments =
                api.get(conversion.at("/transcript/jsonUrl").asText()).json().path("segments");
        assertThat(segments.at("/1/words")).hasSize(5);
        assertThat(segments.at("/1/words/4/body").asText()).isEqualTo("time");
        assertThat(segments.at("/1/words/4/endTime").asDouble())
                .isLessThanOrEqualTo(conversion.at("/audio/seconds").asDouble());
    }
}
