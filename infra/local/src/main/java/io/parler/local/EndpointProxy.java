package io.parler.local;

import java.net.URI;

/// Gives the functions another address for an AWS service, such as that of a proxy which fails.
@FunctionalInterface
public interface EndpointProxy {
    /// The address that functions are to use in place of `endpoint`, which the proxy forwards to.
    ///
    /// @param service the service as the SDK names it in `AWS_ENDPOINT_URL_<ID>`
    URI before(String service, URI endpoint);
}
