package io.parler.local.template;

import java.nio.file.Path;
import java.util.Map;

/// One template, with its globals already in each resource. Everything in it is known to be
/// supported.
public record Template(
        Path file, Map<String, Parameter> parameters, Map<String, Resource> resources) {

    /// A parameter; with `fromSsm` its value is the name of an SSM parameter that holds the value.
    public record Parameter(
            String name, boolean fromSsm, java.util.Optional<String> defaultValue, int line) {}

    /// A resource with the properties that have a meaning here.
    public record Resource(String logicalId, String type, Value.Fields properties, int line) {}
}
