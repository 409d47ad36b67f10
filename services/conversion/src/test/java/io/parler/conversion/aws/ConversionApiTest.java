package io.parler.conversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.Articles;
import io.parler.conversion.Engine;
import io.parler.conversion.RulesInMemory;
import io.parler.conversion.VoiceProfile;
import io.parler.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionApiTest {
    private static final Articles NO_ARTICLES =
            new Articles() {
                @Override
                public Loaded page(String url) {
                    throw new IllegalStateException("voices need no article");
                }

                @Override
                public Loaded feedPost(String feedUrl, String postId) {
                    throw new IllegalStateException("voices need no article");
                }
            };

    private final ConversionApi api =
            new ConversionApi(
                    () ->
                            List.of(
                                    voice("Joanna", "en-US", Engine.NEURAL, Engine.STANDARD),
                                    voice("Amy", "en-GB", Engine.NEURAL),
                                    voice("Hans", "de-DE", Engine.LONG_FORM)),
                    NO_ARTICLES,
                    new RulesInMemory());

    @Test
    void allVoicesAreListedAsTheContractSays() {
        APIGatewayV2HTTPResponse response = voices(Map.of());

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
        Contract.assertFits("rest/voices", response.getBody());
        assertThat(response.getBody()).contains("\"engines\":[\"neural\",\"standard\"]");
    }

    @ParameterizedTest
    @CsvSource({"en, 2", "en-GB, 1", "EN-gb, 1", "de, 1", "d, 0", "is, 0"})
    void voicesOfALanguageAreAskedFor(String language, int count) throws JacksonException {
        assertThat(Json.tree(voices(Map.of("language", language)).getBody())).hasSize(count);
    }

    private APIGatewayV2HTTPResponse voices(Map<String, String> query) {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/voices")
                        .withQueryStringParameters(query)
                        .build();
        return api.handleRequest(event, Invocation.WITH_TIME);
    }

    private static VoiceProfile voice(String id, String language, Engine... engines) {
        return new VoiceProfile(id, id, language, "Female", List.of(engines));
    }
}
