package io.parler.deploy.stack;

import java.util.List;
import java.util.Optional;

/// What one stack tells another.
public interface ParameterStore {
    Optional<String> get(String name);

    /// Writes a parameter, or a new version of it.
    void put(String name, String value);

    /// Writes a SecureString, or a new version of it.
    void putSecret(String name, String value);

    /// Deletes a parameter if it is there.
    void delete(String name);

    /// The names below a path such as `/parler/dev`.
    List<String> names(String path);
}
