package io.parler.local.stack;

import java.util.Optional;

/// The SSM parameters that stacks write and read.
public interface StackParameters {
    void put(String name, String value);

    Optional<String> get(String name);
}
