package io.parler.conversion.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Variables, each read once; names all required ones that are missing in one exception.
public final class Environment {
    private final Map<String, String> variables;
    private final List<String> missing = new ArrayList<>();

    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /// A stand-in where it is missing: `check` says so.
    public String read(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            missing.add(name);
            return "?";
        }
        return value;
    }

    /// A whole number above 0; anything else is as good as missing.
    public int readCount(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(value);
        }
        missing.add(name);
        return 1;
    }

    /// What may be left open: one that is empty is as good as missing.
    public Optional<String> readOptional(String name) {
        return Optional.of(variables.getOrDefault(name, "").strip()).filter(v -> !v.isEmpty());
    }

    public void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not set: " + String.join(", ", missing));
        }
    }
}
