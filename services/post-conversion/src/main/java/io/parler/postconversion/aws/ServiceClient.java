package io.parler.postconversion.aws;

import io.parler.http.Caller;
import io.parler.http.FunctionClient;
import io.parler.http.FunctionRequest;
import io.parler.http.FunctionResponse;
import io.parler.id.AccountId;
import io.parler.problem.ProblemException;
import io.parler.problem.UnavailableException;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// Invokes the API function of another service for an account.
final class ServiceClient {
    private static final int OK = 200;

    /// Too many requests, an internal error, unavailable: a later attempt may succeed.
    private static final Set<Integer> RETRYABLE = Set.of(429, 500, 503);

    private final FunctionClient function;

    ServiceClient(LambdaClient lambda, String function) {
        this.function = new FunctionClient(lambda, function);
    }

    <T> T get(AccountId account, String path, Map<String, String> query, Class<T> type) {
        return send(account, FunctionRequest.of("GET " + path).query(query), type);
    }

    <T> T post(AccountId account, String path, Object body, Class<T> type) {
        return send(account, FunctionRequest.of("POST " + path).body(body), type);
    }

    /// Throws ProblemException for an expected problem, and UnavailableException for one that a
    /// later attempt may not have.
    private <T> T send(AccountId account, FunctionRequest request, Class<T> type) {
        FunctionResponse response =
                function.send(request.onBehalfOf(Caller.reader(account, Caller.Limits.NONE)));
        if (response.status() == OK) {
            return response.json(type);
        }
        if (RETRYABLE.contains(response.status())) {
            throw new UnavailableException(request.route() + " responded " + response.status());
        }
        throw new ProblemException(response.problem());
    }
}
