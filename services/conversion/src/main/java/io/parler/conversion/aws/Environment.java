package io.parler.conversion.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Required variables, each read once; names all that are missing in one exception.
final class Environment {
    private final Map<String, String> variables;
    private final List<String> missing = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /// A stand-in where it is missing: `check` says so.
    String read(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            missing.add(name);
            return "?";
        }
        return value;
    }

    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not set: " + String.join(", ", missing));
        }
    }
}
