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

    /// A whole number above 0; anything else is as good as missing.
    int readCount(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(value);
        }
        missing.add(name);
        return 1;
    }

    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not set: " + String.join(", ", missing));
        }
    }
}
