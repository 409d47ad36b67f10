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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET` and `PUT /v1/pronunciations`, through the production serializers.
class PronunciationsApiTest {
    private final ConversionApi api = new ConversionApiInMemory().of(TestVoices.of());

    @Test
    void aNewAccountHasNoRules() throws JacksonException {
        APIGatewayV2HTTPResponse response = get(Map.of());

        assertThat(Json.tree(response.getBody()))
                .isEqualTo(Json.tree(Contract.read("rest/examples/pronunciations-empty.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pronunciations", "pronunciations-empty"})
    void storedRulesAreReturnedAsInTheContract(String example) throws JacksonException {
        JsonNode rules = Json.tree(Contract.read("rest/examples/" + example + ".json"));

        APIGatewayV2HTTPResponse put = put(rules.toString());

        assertThat(put.getStatusCode()).isEqualTo(200);
        for (APIGatewayV2HTTPResponse response : List.of(put, get(Map.of()))) {
            Contract.assertValid("rest/pronunciations", response.getBody());
            assertThat(Json.tree(response.getBody())).isEqualTo(rules);
        }
    }

    @Test
    void theETagChangesWithTheRulesAndConfirmsThatNothingChanged() {
        String empty = get(Map.of()).getHeaders().get("ETag");
        put("{\"rules\":[{\"text\":\"SQL\",\"letters\":true}]}");
        String one = get(Map.of()).getHeaders().get("ETag");

        assertThat(one).isNotEqualTo(empty);
        assertThat(get(Map.of("if-none-match", one)).getStatusCode()).isEqualTo(304);
        assertThat(get(Map.of("if-none-match", empty)).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | /rules",
                "{\"rules\":{}}                                              | /rules",
                "{\"rules\":[{\"text\":\"a\",\"alias\":7}]}                  | /rules/0/alias",
                "{\"rules\":[{\"text\":\"a\",\"alias\":\"b\",\"ipa\":\"c\"}]} | /rules/0",
                "{\"rules\":[{\"text\":\"a\",\"letters\":true,\"language\":\"english!\"}]}"
                        + " | /rules/0/language",
                "{\"rules\":[{\"text\":\"a\",\"letters\":true,\"wholeWord\":1}]}"
                        + " | /rules/0/wholeWord",
            })
    void anInvalidRuleChangesNothing(String body, String pointer) throws JacksonException {
        put("{\"rules\":[{\"text\":\"SQL\",\"letters\":true}]}");

        APIGatewayV2HTTPResponse response = put(body);

        assertThat(response.getStatusCode()).isEqualTo(422);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(Json.tree(response.getBody()).at("/errors/0/pointer").asText())
                .isEqualTo(pointer);
        assertThat(Json.tree(get(Map.of()).getBody()).path("rules")).hasSize(1);
    }

    @Test
    void fiveHundredRulesAreAllowedAndNotOneMore() {
        assertThat(put(rules(500)).getStatusCode()).isEqualTo(200);
        assertThat(put(rules(501)).getStatusCode()).isEqualTo(422);
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"text\":\"w%d\",\"letters\":true}"::formatted)
                .collect(Collectors.joining(",", "{\"rules\":[", "]}"));
    }

    private APIGatewayV2HTTPResponse get(Map<String, String> headers) {
        return handle(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/pronunciations")
                        .withHeaders(headers)
                        .build());
    }

    private APIGatewayV2HTTPResponse put(String body) {
        return handle(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("PUT /v1/pronunciations")
                        .withBody(body)
                        .build());
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return api.handleRequest(event, new LambdaContext());
    }
}
