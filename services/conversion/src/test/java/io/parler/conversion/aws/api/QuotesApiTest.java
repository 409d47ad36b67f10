package io.parler.conversion.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.testing.TestVoices;
import io.parler.http.Json;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `POST /v1/quotes` returns the price of a conversion and calls no provider.
class QuotesApiTest {
    private final ConversionApiInMemory parts = new ConversionApiInMemory();

    @Test
    void aTextHasAPriceForEachEngine() throws JacksonException {
        APIGatewayV2HTTPResponse response =
                post("{\"source\": {\"title\": \"T\", \"text\": \"A queue waits.\"}}");

        assertThat(response.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/quote", response.getBody());
        JsonNode quote = Json.tree(response.getBody());
        assertThat(quote.path("billable").asInt()).isEqualTo("TA queue waits.".length());
        assertThat(quote.at("/price/amount").asDouble()).isEqualTo(0.0002);
        assertThat(quote.path("engines")).hasSize(2);
        assertThat(parts.voice.synthesizedTexts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"voice\": \"polly:Nobody\", %s}', 422, unknown-voice",
        "'{\"options\": {\"timing\": \"letters\"}, %s}', 422, invalid-body",
        "'{\"options\": {\"timing\": \"words\"}, \"voice\": \"openai:alloy\", %s}', 422, timing-not-available",
        "'{', 400, invalid-json",
    })
    void whatCanNotBeConvertedCanNotBeQuoted(String body, int status, String problem)
            throws JacksonException {
        String source = "\"source\": {\"title\": \"T\", \"text\": \"A queue waits.\"}";

        APIGatewayV2HTTPResponse response = post(body.formatted(source));

        assertThat(response.getStatusCode()).isEqualTo(status);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(Json.tree(response.getBody()).path("type").asText())
                .isEqualTo("/problems/" + problem);
    }

    private APIGatewayV2HTTPResponse post(String body) {
        return parts.of(
                        TestVoices.of(
                                TestVoices.JOANNA,
                                TestVoices.polly("Joanna", "en-US", TestVoices.STANDARD),
                                TestVoices.plain("openai", "alloy", "en")))
                .handleRequest(
                        APIGatewayV2HTTPEvent.builder()
                                .withRouteKey("POST /v1/quotes")
                                .withBody(body)
                                .build(),
                        new LambdaContext());
    }
}
