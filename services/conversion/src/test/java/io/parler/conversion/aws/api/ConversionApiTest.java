package io.parler.conversion.aws.api;

import static io.parler.conversion.testing.TestVoices.NEURAL;
import static io.parler.conversion.testing.TestVoices.STANDARD;
import static io.parler.conversion.testing.TestVoices.plain;
import static io.parler.conversion.testing.TestVoices.polly;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.testing.TestVoices;
import io.parler.http.Json;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionApiTest {
    private final ConversionApiInMemory parts = new ConversionApiInMemory();
    private final ConversionApi api =
            parts.of(
                    TestVoices.of(
                            polly("Joanna", "en-US", NEURAL),
                            polly("Joanna", "en-US", STANDARD),
                            polly("Amy", "en-GB", NEURAL),
                            polly("Hans", "de-DE", STANDARD),
                            plain("openai", "alloy", "en", "de")));

    @Test
    void allVoicesAreListedAsInTheContract() {
        APIGatewayV2HTTPResponse response = voices(Map.of());

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
        Contract.assertValid("rest/voices", response.getBody());
        assertThat(response.getBody())
                .contains(
                        """
                        "id":"polly:Joanna:standard","service":"polly","name":"Joanna","language":"en-US"\
                        """
                                .strip())
                .contains("\"price\":{\"currency\":\"USD\",\"perMillionCharacters\":16}")
                .contains("/v1/voices/openai:alloy/sample");
    }

    @Test
    void voicesInWhosePlaceALocalOneSpeaksSaySo() throws JacksonException {
        ConversionApi local =
                new ConversionApiInMemory()
                        .standingIn("polly")
                        .of(
                                TestVoices.of(
                                        polly("Joanna", "en-US", NEURAL),
                                        plain("openai", "alloy", "en", "de")));

        String body =
                local.handleRequest(
                                APIGatewayV2HTTPEvent.builder()
                                        .withRouteKey("GET /v1/voices")
                                        .build(),
                                new LambdaContext())
                        .getBody();

        Contract.assertValid("rest/voices", body);
        assertThat(Json.tree(body).at("/0/standIn").asBoolean()).isTrue();
        assertThat(Json.tree(body).at("/1").has("standIn")).isFalse();
        assertThat(voices(Map.of()).getBody()).doesNotContain("standIn");
    }

    @Test
    void aSampleIsSynthesizedOnceAndStored() {
        for (int i = 0; i < 2; i++) {
            APIGatewayV2HTTPResponse response = sample("polly:Hans:standard");

            assertThat(response.getStatusCode()).isEqualTo(302);
            assertThat(response.getHeaders().get("Location"))
                    .startsWith("https://parler.example.com/audio/samples/");
        }
        assertThat(parts.voice.synthesizedTexts())
                .containsExactly("Hallo. So klinge ich, wenn ich dir etwas vorlese.");
    }

    @Test
    void anUnknownVoiceHasNoSample() {
        assertThat(sample("polly:Nobody").getStatusCode()).isEqualTo(422);
    }

    private APIGatewayV2HTTPResponse sample(String voice) {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/voices/{voice}/sample")
                        .withPathParameters(Map.of("voice", voice))
                        .build();
        return api.handleRequest(event, new LambdaContext());
    }

    @ParameterizedTest
    @CsvSource({"en, 4", "en-GB, 2", "EN-gb, 2", "de, 2", "d, 0", "is, 0"})
    void voicesAreFilteredByLanguage(String language, int count) throws JacksonException {
        assertThat(Json.tree(voices(Map.of("language", language)).getBody())).hasSize(count);
    }

    private APIGatewayV2HTTPResponse voices(Map<String, String> query) {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/voices")
                        .withQueryStringParameters(query)
                        .build();
        return api.handleRequest(event, new LambdaContext());
    }
}
