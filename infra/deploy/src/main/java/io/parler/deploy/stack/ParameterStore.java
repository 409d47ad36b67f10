package io.parler.deploy.stack;

import java.util.List;
import java.util.Optional;

/// What one stack tells another.
public interface ParameterStore {
    Optional<String> get(String name);

    /// The names below a path such as `/parler/dev`.
    List<String> names(String path);
}
