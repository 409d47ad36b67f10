package io.parler.local;

import io.parler.local.iam.RestOperation;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/// An AWS service that the runtime has no endpoint for; whoever starts the suite brings one.
///
/// @param id the service as the SDK names it in `AWS_ENDPOINT_URL_<ID>`
/// @param operations the operations that functions may be allowed to use
/// @param start starts the endpoint; called once, when the engines are up
public record ExtraService(
        String id, List<RestOperation> operations, Supplier<? extends Endpoint> start) {
    public ExtraService {
        operations = List.copyOf(operations);
    }

    /// A started endpoint; it is closed with the suite.
    public interface Endpoint extends AutoCloseable {
        URI address();

        @Override
        void close();
    }
}
