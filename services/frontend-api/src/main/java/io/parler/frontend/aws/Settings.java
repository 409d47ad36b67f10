package io.parler.frontend.aws;

import java.util.List;
import java.util.Map;

/// A function's environment, read once. No setting has a default.
final class Settings {
    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @throws IllegalStateException that names every one of `required` that is missing
    static Settings of(Map<String, String> environment, String... required) {
        List<String> missing =
                List.of(required).stream()
                        .filter(name -> environment.getOrDefault(name, "").isBlank())
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "missing in the environment: " + String.join(", ", missing));
        }
        return new Settings(Map.copyOf(environment));
    }

    String get(String name) {
        return environment.getOrDefault(name, "");
    }
}
