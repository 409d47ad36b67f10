package io.parler.conversion.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.aws.loadpost.ArticleV1;
import io.parler.conversion.testing.TestVoices;
import io.parler.http.Json;
import io.parler.problem.Problem;
import io.parler.problem.UnavailableException;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `POST /v1/scripts`, through the production serializers.
class ScriptsApiTest {
    private static final String PAGE = "{\"source\":{\"url\":\"https://x.example/a\"}%s}";
    private static final String OPTIONS = ",\"options\":{%s}";

    private ArticleLoader.Loaded loaded = example();
    private boolean broken;

    @Test
    void theGoldenScriptIsWrittenFromTheGoldenArticle() throws JacksonException {
        APIGatewayV2HTTPResponse response = post(PAGE.formatted(""));

        assertThat(response.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/script", response.getBody());
        assertThat(json(response).toPrettyString())
                .isEqualTo(Json.tree(Contract.read("rest/examples/script.json")).toPrettyString());
    }

    @Test
    void theGoldenRequestWithOptionsIsParsed() throws JacksonException {
        JsonNode script =
                json(post(Contract.read("rest/examples/conversion-request-options.json")));

        assertThat(script.path("ledger").path(5).path("spoken").asText()).isEqualTo("skipped");
        assertThat(script.path("passages").path(2).path("said").asText())
                .isEqualTo("A queue remembers what /krɒn/ forgets: festina lente, and n = λw.");
    }

    @Test
    void aPastedTextNeedsNoArticle() throws JacksonException {
        loaded =
                new ArticleLoader.Loaded.Refused(
                        Problem.of(422, "no-article", "None", "None there."));

        JsonNode script = json(post("{\"source\":{\"title\":\"T\",\"text\":\"One.\\n\\nTwo.\"}}"));

        assertThat(script.path("passages"))
                .extracting(passage -> passage.path("text").asText())
                .containsExactly("T", "One.", "Two.");
        assertThat(script.path("language").asText()).isEqualTo("en-US");
    }

    @Test
    void theProblemOfLoadPostIsReturnedWithItsStatus() throws JacksonException {
        loaded =
                new ArticleLoader.Loaded.Refused(
                        Problem.of(502, "site-unreachable", "No answer", "It is away."));

        APIGatewayV2HTTPResponse response = post(PAGE.formatted(""));

        assertThat(response.getStatusCode()).isEqualTo(502);
        assertThat(json(response).path("type").asText()).isEqualTo("/problems/site-unreachable");
        assertThat(json(response).path("detail").asText()).isEqualTo("It is away.");
        Contract.assertValid("rest/problem", response.getBody());
    }

    @Test
    void anOutageOfLoadPostIsUnavailable() throws JacksonException {
        broken = true;

        APIGatewayV2HTTPResponse response = post(PAGE.formatted(""));

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(json(response).path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(response.getHeaders()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | /source",
                "{\"source\":{}}                                   | /source",
                "{\"source\":{\"url\":\"ftp://x.example/\"}}       | /source/url",
                "{\"source\":{\"url\":7}}                          | /source/url",
                "{\"source\":{\"feedUrl\":\"https://x.example/\"}} | /source/postId",
                "{\"source\":{\"title\":\"T\"}}                    | /source/text",
            })
    void aBodyWithoutSourceIsInvalid(String body, String pointer) throws JacksonException {
        assertRefused(post(body), pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\":\"shout\"                                        | /options/code",
                "\"emoji\":true                                            | /options/emoji",
                "\"pronunciations\":{}                                     | /options/pronunciations",
                "\"pronunciations\":[7]                                    | /options/pronunciations/0",
                "\"pronunciations\":[{\"alias\":\"a\"}]                    | /options/pronunciations/0/text",
                "\"pronunciations\":[{\"text\":\"a\"}]                     | /options/pronunciations/0",
                "\"pronunciations\":[{\"text\":\"a\",\"letters\":false}]   | /options/pronunciations/0/letters",
                "\"pronunciations\":[{\"text\":\" \",\"letters\":true}]    | /options/pronunciations/0/text",
            })
    void anInvalidOptionIsRefused(String option, String pointer) throws JacksonException {
        assertRefused(post(PAGE.formatted(OPTIONS.formatted(option))), pointer);
    }

    @Test
    void anUnknownOptionIsIgnored() {
        String body = PAGE.formatted(OPTIONS.formatted("\"music\":\"jazz\""));

        assertThat(post(body).getStatusCode()).isEqualTo(200);
    }

    @Test
    void aBodyIsValidIfItIsValidForAConversion() throws JacksonException {
        assertThat(post("{\"source\":{\"url\":\"https://bücher.example/post\"}}").getStatusCode())
                .isEqualTo(200);
        String title = "a".repeat(501);
        assertRefused(
                post("{\"source\":{\"title\":\"" + title + "\",\"text\":\"b\"}}"), "/source/title");
        assertRefused(
                post(
                        "{\"source\":{\"url\":\"https://a.example/\"},\"voice\":\""
                                + "v".repeat(65)
                                + "\"}"),
                "/voice");
    }

    @Test
    void aTextThatIsTooLongIsTooLarge() {
        String text = "a".repeat(100_001);

        assertThat(post("{\"source\":{\"title\":\"T\",\"text\":\"" + text + "\"}}").getStatusCode())
                .isEqualTo(413);
    }

    private static void assertRefused(APIGatewayV2HTTPResponse response, String pointer)
            throws JacksonException {
        assertThat(response.getStatusCode()).isEqualTo(422);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(json(response).path("type").asText()).isEqualTo("/problems/invalid-body");
        assertThat(json(response).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly(pointer);
    }

    private APIGatewayV2HTTPResponse post(String body) {
        ArticleLoader articles =
                new ArticleLoader() {
                    @Override
                    public Loaded page(String url) {
                        if (broken) {
                            throw new UnavailableException("as told");
                        }
                        return loaded;
                    }

                    @Override
                    public Loaded feedPost(String feedUrl, String postId) {
                        return loaded;
                    }
                };
        return new ConversionApiInMemory()
                .reading(articles)
                .of(TestVoices.of(TestVoices.JOANNA))
                .handleRequest(
                        APIGatewayV2HTTPEvent.builder()
                                .withRouteKey("POST /v1/scripts")
                                .withBody(body)
                                .build(),
                        new LambdaContext());
    }

    private static JsonNode json(APIGatewayV2HTTPResponse response) throws JacksonException {
        return Json.tree(response.getBody());
    }

    private static ArticleLoader.Loaded example() {
        try {
            return new ArticleLoader.Loaded.Found(
                    Json.read(Contract.read("rest/examples/article.json"), ArticleV1.class)
                            .article());
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
