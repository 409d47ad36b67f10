package io.parler.local.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A parsed template, with the globals merged into each resource. Everything in it is supported.
///
/// @param ignored the names of resources that have no effect on one machine
/// @param declarations all resources and outputs, as they are in the file
public record Template(
        Path file,
        Map<String, Parameter> parameters,
        Map<String, TemplateValue> conditions,
        Map<String, Resource> resources,
        Set<String> ignored,
        Map<String, Declaration> declarations) {

    /// A parameter.
    ///
    /// @param fromSsm whether the value is the name of an SSM parameter
    public record Parameter(
            String name, boolean fromSsm, Optional<String> defaultValue, int line) {}

    /// A resource or an output with everything in it.
    ///
    /// @param condition the name of the condition under which it exists; empty for always
    public record Declaration(Optional<String> condition, TemplateValue value) {}

    /// A resource with the properties that are used here.
    ///
    /// @param condition the name of the condition under which it exists; empty for always
    public record Resource(
            String logicalId,
            String type,
            Optional<String> condition,
            TemplateValue.Fields properties,
            int line) {}
}
