package io.parler.loadpost.aws;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The function's settings, read once.
///
/// @param allowedNetworks what may be fetched though it is not public; empty on AWS
/// @param publicOrigin where Parler is reached, told to the sites it reads
/// @param pagesTable where pages are kept
record Settings(String allowedNetworks, String publicOrigin, String pagesTable) {
    static Settings of(Map<String, String> environment) {
        var missing =
                Stream.of("ALLOWED_NETWORKS", "PUBLIC_ORIGIN", "PAGES_TABLE")
                        .filter(name -> !environment.containsKey(name))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("missing settings: " + missing);
        }
        return new Settings(
                value(environment, "ALLOWED_NETWORKS"),
                value(environment, "PUBLIC_ORIGIN"),
                value(environment, "PAGES_TABLE"));
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
