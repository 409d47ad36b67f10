package io.parler.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A function as its template specifies it.
///
/// @param environment the template's variables with `AWS_REGION`, the credentials and the
///     `AWS_ENDPOINT_URL_*`; [Functions] adds `AWS_LAMBDA_*`
public record FunctionSpec(
        String name,
        Path archive,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memoryMb,
        int concurrency) {
    public FunctionSpec {
        environment = Map.copyOf(environment);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(name + ": Timeout must be at least 1 second");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException(name + ": concurrency must be at least 1");
        }
    }
}
