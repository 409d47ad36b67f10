package io.parler.local.lambda;

import io.parler.local.http.ApiServer;
import io.parler.local.ssm.ParameterStore;
import java.net.URI;
import java.util.Map;

/// One HTTP address for Lambda's Invoke API and the parameter store's API.
public final class ControlPlane implements AutoCloseable {
    private final ParameterStore parameters;
    private final ApiServer server;

    private ControlPlane(ParameterStore parameters, ApiServer server) {
        this.parameters = parameters;
        this.server = server;
    }

    /// Starts on a free port of 127.0.0.1; functions may be added later.
    public static ControlPlane start(Functions functions) {
        ParameterStore parameters = new ParameterStore();
        LambdaApi lambda = new LambdaApi(functions);
        ApiServer server =
                ApiServer.start(
                        (request, body) ->
                                LambdaApi.handles(request.getRequestURI().getPath())
                                        ? lambda.handle(request, body)
                                        : parameters.handle(request, body));
        return new ControlPlane(parameters, server);
    }

    /// The value of `AWS_ENDPOINT_URL_LAMBDA` and `AWS_ENDPOINT_URL_SSM`.
    public URI address() {
        return server.address();
    }

    /// All parameters by name.
    public Map<String, String> parameters() {
        return parameters.values();
    }

    public void putParameter(String name, String value) {
        parameters.put(name, value);
    }

    @Override
    public void close() {
        server.close();
    }
}
