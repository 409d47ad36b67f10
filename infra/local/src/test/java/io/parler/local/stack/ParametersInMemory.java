package io.parler.local.stack;

import io.parler.local.secret.SigningKeyPair;
import java.util.Map;
import java.util.Optional;

/// The parameters of a test's stacks.
record ParametersInMemory(Map<String, String> values) implements StackParameters {
    @Override
    public void put(String name, String value) {
        values.put(name, value);
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void createKeyPair(String name) {
        SigningKeyPair pair = SigningKeyPair.generate();
        put(name, pair.privatePem());
        put(name + ".pub", pair.publicPem());
    }
}
