package io.parler.frontend.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The environment of both functions, read once.
///
/// @param publicOrigin scheme and host under which the suite is reached, such as
///     `https://parler.example`
record Settings(String libraryTable, String publicOrigin, String region) {
    private static final String LIBRARY_TABLE = "LIBRARY_TABLE";
    private static final String PUBLIC_ORIGIN = "PUBLIC_ORIGIN";
    private static final String AWS_REGION = "AWS_REGION";

    /// @throws IllegalStateException that names every variable that is missing
    static Settings of(Map<String, String> environment) {
        List<String> missing =
                List.of(LIBRARY_TABLE, PUBLIC_ORIGIN, AWS_REGION).stream()
                        .filter(name -> environment.getOrDefault(name, "").isBlank())
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "missing in the environment: " + String.join(", ", missing));
        }
        return new Settings(
                Objects.requireNonNull(environment.get(LIBRARY_TABLE)),
                Objects.requireNonNull(environment.get(PUBLIC_ORIGIN)),
                Objects.requireNonNull(environment.get(AWS_REGION)));
    }
}
