package io.parler.local.lambda;

import io.parler.local.http.ApiServer;
import io.parler.local.iam.Arns;
import io.parler.local.secret.SecretStore;
import io.parler.local.secret.SecretsManager;
import io.parler.local.ssm.ParameterStore;
import java.net.URI;
import java.util.Map;

/// One HTTP address for the APIs of Lambda (Invoke), the parameter store and Secrets Manager.
public final class ControlPlane implements AutoCloseable {
    private final ParameterStore parameters;
    private final ApiServer server;

    private ControlPlane(ParameterStore parameters, ApiServer server) {
        this.parameters = parameters;
        this.server = server;
    }

    /// Starts on a free port of 127.0.0.1; functions may be added later.
    public static ControlPlane start(Functions functions, SecretStore secrets, Arns arns) {
        ParameterStore parameters = new ParameterStore(secrets);
        SecretsManager secretsManager = new SecretsManager(secrets, arns);
        LambdaApi lambda = new LambdaApi(functions);
        ApiServer server =
                ApiServer.start(
                        (request, body) -> {
                            if (LambdaApi.handles(request.getRequestURI().getPath())) {
                                return lambda.handle(request, body);
                            }
                            return SecretsManager.handles(request)
                                    ? secretsManager.handle(request, body)
                                    : parameters.handle(request, body);
                        });
        return new ControlPlane(parameters, server);
    }

    /// Where all of them answer.
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
