package io.parler.conversion.aws.loadpost;

import io.parler.http.Caller;
import io.parler.http.FunctionClient;
import io.parler.http.FunctionRequest;
import io.parler.http.FunctionResponse;
import io.parler.problem.UnavailableException;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// Invokes the function of load-post directly, with the requests its API would get.
public final class LoadPostClient {
    /// Whom a request is for, if it is not for this service: load-post counts the pages of an
    /// account.
    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private final FunctionClient function;

    public LoadPostClient(LambdaClient lambda, String function) {
        this.function = new FunctionClient(lambda, function);
    }

    /// Does work that fetches pages for a caller.
    public static <T> T onBehalfOf(Caller caller, Work<T> work) throws InterruptedException {
        return ScopedValue.where(CALLER, caller).call(work::run);
    }

    /// Work that waits.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws InterruptedException;
    }

    /// @throws UnavailableException when the function failed
    FunctionResponse get(String path, Map<String, String> query, Map<String, String> headers) {
        FunctionRequest request = FunctionRequest.of("GET " + path).query(query).headers(headers);
        return function.send(
                CALLER.isBound()
                        ? request.onBehalfOf(
                                Caller.reader(CALLER.get().account(), CALLER.get().limits()))
                        : request);
    }
}
