package io.parler.conversion.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.aws.AwsInMemory;
import io.parler.http.Json;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The API as Lambda starts it, with fakes of everything that it calls.
class ConversionApiIT {
    private static final String ENDPOINT = "aws.endpointUrl";

    private AwsInMemory aws;
    private ConversionApi api;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        System.setProperty(ENDPOINT, aws.address().toString());
        api = new ConversionApi();
    }

    @AfterEach
    void stop() {
        System.clearProperty(ENDPOINT);
        aws.close();
    }

    @Test
    void anAccountsRulesAreStoredAndApplied() throws JacksonException {
        assertThat(handle("GET /v1/pronunciations", "").getBody()).isEqualTo("{\"rules\":[]}");

        handle("PUT /v1/pronunciations", "{\"rules\":[{\"text\":\"cron\",\"alias\":\"chron\"}]}");
        aws.articleAnswers(200, Contract.read("rest/examples/article.json"));
        APIGatewayV2HTTPResponse script =
                handle(
                        "POST /v1/scripts",
                        Contract.read("rest/examples/conversion-request-url.json"));

        assertThat(script.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/script", script.getBody());
        assertThat(Json.tree(script.getBody()).at("/passages/0/said").asText())
                .isEqualTo("Why queues beat chron");
        assertThat(aws.invocations().getFirst()).doesNotContain("no-cache");
        assertThat(aws.polly().spoken()).isEmpty();
    }

    /// So that its account can't fetch more pages by asking for scripts and prices.
    @Test
    void aPageIsFetchedOnBehalfOfTheCaller() throws JacksonException {
        aws.articleAnswers(200, Contract.read("rest/examples/article.json"));

        handle("POST /v1/quotes", Contract.read("rest/examples/conversion-request-url.json"));

        String invocation = aws.invocations().getFirst();
        assertThat(
                        Json.tree(invocation.substring(invocation.indexOf('{')))
                                .at("/requestContext/authorizer/lambda/accountId")
                                .asText())
                .isEqualTo("owner");
    }

    @Test
    void tooManyPagesOfItsAccountAreToldToTheCaller() {
        aws.articleAnswers(
                429,
                "{\"type\":\"/problems/too-many-requests\",\"title\":\"Too many requests in a"
                        + " minute\",\"detail\":\"Wait 20 s.\"}");

        APIGatewayV2HTTPResponse response =
                handle(
                        "POST /v1/scripts",
                        Contract.read("rest/examples/conversion-request-url.json"));

        assertThat(response.getStatusCode()).isEqualTo(429);
        assertThat(response.getBody()).contains("/problems/too-many-requests");
    }

    @Test
    void anOutageOfLoadPostIsReportedWithoutRetries() {
        aws.articleAnswers(500, "{\"type\":\"/problems/internal-error\",\"title\":\"Ours\"}");

        APIGatewayV2HTTPResponse response =
                handle(
                        "POST /v1/scripts",
                        Contract.read("rest/examples/conversion-request-url.json"));

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(aws.invocations()).hasSize(1);
    }

    private APIGatewayV2HTTPResponse handle(String route, String body) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder().withRouteKey(route).withBody(body).build(),
                new LambdaContext());
    }
}
