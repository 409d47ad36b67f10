package io.parler.deploy.aws;

import io.parler.deploy.stack.ParameterStore;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/// SSM's parameter store.
public final class AwsParameterStore implements ParameterStore {
    private final SsmClient client;

    AwsParameterStore(SsmClient client) {
        this.client = client;
    }

    @Override
    public Optional<String> get(String name) {
        try {
            return Optional.of(
                    client.getParameter(request -> request.name(name)).parameter().value());
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String name, String value) {
        put(name, value, ParameterType.STRING);
    }

    @Override
    public void putSecret(String name, String value) {
        put(name, value, ParameterType.SECURE_STRING);
    }

    /// The plural call ignores what isn't there.
    @Override
    public void delete(String name) {
        client.deleteParameters(delete -> delete.names(name));
    }

    private void put(String name, String value, ParameterType type) {
        client.putParameter(put -> put.name(name).value(value).type(type).overwrite(true));
    }

    @Override
    public List<String> names(String path) {
        return client
                .getParametersByPathPaginator(request -> request.path(path).recursive(true))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(Parameter::name)
                .toList();
    }
}
