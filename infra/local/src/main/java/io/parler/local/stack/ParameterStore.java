package io.parler.local.stack;

import java.util.Optional;

/// SSM parameters, as stacks write and read them.
public interface ParameterStore {
    void put(String name, String value);

    Optional<String> get(String name);
}
