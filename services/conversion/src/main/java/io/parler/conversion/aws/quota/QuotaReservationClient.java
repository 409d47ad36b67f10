package io.parler.conversion.aws.quota;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.job.QuotaReservation;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.logging.Correlation;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Invokes the function QuotaReservation of post-conversion, with the request its API would get.
public final class QuotaReservationClient implements QuotaReservation {
    private static final int TOO_MANY_REQUESTS = 429;

    private final LambdaClient lambda;
    private final String function;

    public QuotaReservationClient(LambdaClient lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    private record Body(String accountId, int characters) {}

    private record Response(int statusCode, @Nullable String body) {}

    private record ProblemJson(@Nullable String detail) {}

    @Override
    public Optional<Problem> reserve(String conversion, AccountId account, int characters) {
        InvokeResponse invoked =
                lambda.invoke(
                        request ->
                                request.functionName(function)
                                        .payload(
                                                SdkBytes.fromByteArray(
                                                        payload(conversion, account, characters))));
        if (invoked.functionError() != null) {
            throw new UnavailableException("QuotaReservation failed: " + invoked.functionError());
        }
        try {
            return problem(Json.read(invoked.payload().asByteArrayUnsafe(), Response.class));
        } catch (JacksonException e) {
            throw new UnavailableException("QuotaReservation", e);
        }
    }

    private static Optional<Problem> problem(Response response) throws JacksonException {
        if (response.statusCode() == 204) {
            return Optional.empty();
        }
        if (response.statusCode() != TOO_MANY_REQUESTS || response.body() == null) {
            throw new UnavailableException("QuotaReservation responded " + response.statusCode());
        }
        String detail = Json.read(response.body(), ProblemJson.class).detail();
        return Optional.of(
                Problem.of(ProblemType.QUOTA_EXCEEDED, Objects.requireNonNullElse(detail, "")));
    }

    /// The fields of API Gateway's payload format 2.0 that the handler uses.
    private static byte[] payload(String conversion, AccountId account, int characters) {
        String path = "/v1/conversions/" + conversion + "/reservation";
        return Json.bytes(
                Map.of(
                        "version",
                        "2.0",
                        "routeKey",
                        "PUT /v1/conversions/{id}/reservation",
                        "rawPath",
                        path,
                        "headers",
                        Map.of(
                                "x-correlation-id",
                                Correlation.current().orElseGet(Correlation::create)),
                        "pathParameters",
                        Map.of("id", conversion),
                        "body",
                        Json.string(new Body(account.value(), characters)),
                        "isBase64Encoded",
                        false));
    }
}
