package io.parler.local;

import java.net.URI;
import java.util.function.Supplier;

/// An AWS service that the runtime has no endpoint for; whoever starts the suite brings one.
///
/// @param id the service as the SDK names it in `AWS_ENDPOINT_URL_<ID>`
/// @param start starts the endpoint; called once, when the engines are up
public record ExtraService(String id, Supplier<? extends Endpoint> start) {

    /// A started endpoint; it is closed with the suite.
    public interface Endpoint extends AutoCloseable {
        URI address();

        @Override
        void close();
    }
}
