package io.parler.conversion.aws.quota;

import io.parler.conversion.job.QuotaReservation;
import io.parler.http.FunctionClient;
import io.parler.http.FunctionRequest;
import io.parler.http.FunctionResponse;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// Invokes the function QuotaReservation of post-conversion, with the request its API would get.
public final class QuotaReservationClient implements QuotaReservation {
    private static final int RESERVED = 204;
    private static final int TOO_MANY_REQUESTS = 429;

    private final FunctionClient function;

    public QuotaReservationClient(LambdaClient lambda, String function) {
        this.function = new FunctionClient(lambda, function);
    }

    private record Body(String accountId, int characters) {}

    @Override
    public Optional<Problem> reserve(String conversion, AccountId account, int characters) {
        FunctionResponse response =
                function.send(
                        FunctionRequest.of("PUT /v1/conversions/{id}/reservation")
                                .path("id", conversion)
                                .body(new Body(account.value(), characters)));
        return switch (response.status()) {
            case RESERVED -> Optional.empty();
            case TOO_MANY_REQUESTS ->
                    Optional.of(
                            Problem.of(ProblemType.QUOTA_EXCEEDED, response.problem().detail()));
            default ->
                    throw new UnavailableException(
                            "QuotaReservation responded " + response.status());
        };
    }
}
