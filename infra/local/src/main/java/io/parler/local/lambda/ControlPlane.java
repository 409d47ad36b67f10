package io.parler.local.lambda;

import java.net.URI;
import java.util.Map;

/// One HTTP address that speaks Lambda's Invoke API and the parameter store's API.
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class ControlPlane implements AutoCloseable {
    private ControlPlane() {}

    /// Listens on a free port of 127.0.0.1; the functions may be added later.
    public static ControlPlane start(Functions functions) {
        throw new UnsupportedOperationException("soon " + functions.names());
    }

    /// What `AWS_ENDPOINT_URL_LAMBDA` and `AWS_ENDPOINT_URL_SSM` are set to.
    public URI address() {
        throw new UnsupportedOperationException("soon");
    }

    /// All parameters by name, as [#putParameter] and the API's PutParameter left them.
    public Map<String, String> parameters() {
        throw new UnsupportedOperationException("soon");
    }

    public void putParameter(String name, String value) {
        throw new UnsupportedOperationException("soon: " + name + value);
    }

    @Override
    public void close() {}
}
