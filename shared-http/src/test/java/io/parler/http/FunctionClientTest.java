package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import io.parler.testing.LambdaContext;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

class FunctionClientTest {
    private static final String LONG = "a long text ".repeat(1_000);

    private final HttpApi api =
            HttpApi.of(
                    Route.open("GET /long", _ -> Response.text(200, LONG)),
                    Route.open(
                            "PUT /things/{id}",
                            request ->
                                    Response.text(
                                            200,
                                            Json.string(
                                                    Map.of(
                                                            "path", request.rawPath(),
                                                            "id", request.path("id"),
                                                            "query", request.requiredQuery("q"),
                                                            "language",
                                                                    request.header(
                                                                                    "accept-language")
                                                                            .orElse(""),
                                                            "body", request.body(Body.class).text(),
                                                            "account",
                                                                    request.caller()
                                                                            .account()
                                                                            .value())))),
                    Route.needs(
                            Scope.READ,
                            "GET /limits",
                            request ->
                                    Response.text(
                                            200,
                                            Json.string(
                                                    new Limit(
                                                            request.caller()
                                                                    .limits()
                                                                    .pagesPerMinute()
                                                                    .orElseThrow())))),
                    Route.open(
                            "GET /missing",
                            _ -> {
                                throw new ProblemException(ProblemType.NOT_FOUND, "Not here.");
                            }));

    private record Body(String text) {}

    private record Limit(long pages) {}

    private record Thing(
            String path, String id, String query, String language, String body, String account) {}

    /// Runs the API as a function whose events are read by Lambda's own serialization.
    private final class Function implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            APIGatewayV2HTTPEvent event =
                    LambdaEventSerializers.serializerFor(
                                    APIGatewayV2HTTPEvent.class, getClass().getClassLoader())
                            .fromJson(
                                    new ByteArrayInputStream(
                                            request.payload().asByteArrayUnsafe()));
            return InvokeResponse.builder()
                    .payload(
                            SdkBytes.fromByteArray(
                                    Json.bytes(
                                            api.handle(
                                                    Objects.requireNonNull(event),
                                                    new LambdaContext()))))
                    .build();
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }

    private final FunctionClient client = new FunctionClient(new Function(), "things");

    @Test
    void aRequestArrivesAsFromApiGateway() {
        FunctionRequest request =
                FunctionRequest.of("PUT /things/{id}")
                        .path("id", "42")
                        .query(Map.of("q", "a&b"))
                        .headers(Map.of("accept-language", "de"))
                        .body(new Body("hello"));

        assertThat(client.send(request).json(Thing.class))
                .isEqualTo(
                        new Thing(
                                "/things/42", "42", "a&b", "de", "hello", AccountId.OWNER.value()));
    }

    @Test
    void aLargeBodyTravelsCompressed() {
        FunctionResponse response = client.send(FunctionRequest.of("GET /long"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).asString().isEqualTo(LONG);
    }

    @Test
    void anAccountReadsUnderItsOwnLimits() {
        Caller.Limits limits =
                new Caller.Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(7));
        FunctionRequest request =
                FunctionRequest.of("GET /limits")
                        .onBehalfOf(Caller.reader(AccountId.of("acc_1"), limits));

        assertThat(client.send(request).json(Limit.class)).isEqualTo(new Limit(7));
    }

    @Test
    void aProblemIsRead() {
        Problem problem = client.send(FunctionRequest.of("GET /missing")).problem();

        assertThat(problem).isEqualTo(Problem.of(ProblemType.NOT_FOUND, "Not here."));
    }

    @Test
    void aFunctionThatFailedIsUnavailable() {
        FunctionClient failing = new FunctionClient(new FailingFunction(), "things");

        assertThatThrownBy(() -> failing.send(FunctionRequest.of("GET /long")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("GET /long");
    }

    @Test
    void aBodyThatIsNoProblemIsUnavailable() {
        FunctionResponse response = client.send(FunctionRequest.of("GET /long"));

        assertThatThrownBy(response::problem).isInstanceOf(UnavailableException.class);
    }

    private static final class FailingFunction implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            return InvokeResponse.builder()
                    .functionError("Unhandled")
                    .payload(SdkBytes.fromUtf8String("{\"errorMessage\":\"out of memory\"}"))
                    .build();
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }
}
