package io.parler.local.template;

import io.parler.local.template.Template.Parameter;
import io.parler.local.template.Template.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a SAM template and refuses, all at once and by name, what can't be stood up here.
public final class TemplateReader {
    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
    private static final String FROM_SSM = "AWS::SSM::Parameter::Value<String>";

    /// Attributes of a resource that change nothing on one machine.
    private static final Set<String> PASSED_OVER =
            Set.of("DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata");

    /// What `aws cloudformation package` reads from each function only, so that the archive would
    /// be the whole folder.
    private static final Set<String> NOT_GLOBAL = Set.of("CodeUri");

    private static final Map<String, String> GLOBALS =
            Map.of(
                    "Function", "AWS::Serverless::Function",
                    "HttpApi", "AWS::Serverless::HttpApi");

    private final Supported supported = Supported.load();

    /// Throws `NotSupported` with everything that is not.
    public Template read(Path file) {
        List<String> refusals = new ArrayList<>();
        Template template = new Reading(file, refusals).template();
        if (!refusals.isEmpty()) {
            throw new NotSupported(refusals);
        }
        return template;
    }

    private final class Reading {
        private final Path file;
        private final List<String> refusals;
        private final Map<String, Value.Fields> globals = new LinkedHashMap<>();

        Reading(Path file, List<String> refusals) {
            this.file = file;
            this.refusals = refusals;
        }

        Template template() {
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            Map<String, Resource> resources = new LinkedHashMap<>();
            Map<String, Value> sections = fields("Template", YamlReader.read(file));
            // Globals first: resources are merged with them wherever they stand in the file.
            globals(sections.get("Globals"));
            sections.forEach(
                    (name, section) -> {
                        switch (name) {
                            case "AWSTemplateFormatVersion",
                                    "Description",
                                    "Globals",
                                    "Metadata",
                                    "Outputs" -> {}
                            case "Transform" -> transform(section);
                            case "Parameters" ->
                                    fields(name, section)
                                            .forEach((k, v) -> parameters.put(k, parameter(k, v)));
                            case "Resources" ->
                                    fields(name, section)
                                            .forEach(
                                                    (k, v) ->
                                                            resource(k, v)
                                                                    .ifPresent(
                                                                            r ->
                                                                                    resources.put(
                                                                                            k, r)));
                            default -> where("Template").refuse(section.line(), name);
                        }
                    });
            return new Template(file, parameters, resources);
        }

        private void transform(Value section) {
            if (!(section instanceof Value.Scalar s && s.value().equals(TRANSFORM))) {
                where("Template").refuse(section.line(), "Transform other than " + TRANSFORM);
            }
        }

        private void globals(@org.jspecify.annotations.Nullable Value section) {
            if (section == null) {
                return;
            }
            fields("Globals", section)
                    .forEach(
                            (name, value) -> {
                                String type = GLOBALS.get(name);
                                if (type == null) {
                                    where("Globals").refuse(value.line(), name);
                                } else if (value instanceof Value.Fields f) {
                                    f.fields().keySet().stream()
                                            .filter(NOT_GLOBAL::contains)
                                            .forEach(
                                                    property ->
                                                            where("Globals." + name)
                                                                    .refuse(f.line(), property));
                                    globals.put(type, f);
                                }
                            });
        }

        private Parameter parameter(String name, Value value) {
            Map<String, Value> fields = fields(name, value);
            String type = text(fields.get("Type")).orElse("");
            boolean fromSsm = type.equals(FROM_SSM);
            if (!fromSsm && !type.equals("String") && !type.equals("Number")) {
                where(name).refuse(value.line(), "parameter type " + type);
            }
            return new Parameter(name, fromSsm, text(fields.get("Default")), value.line());
        }

        private Optional<Resource> resource(String id, Value value) {
            Map<String, Value> fields = fields(id, value);
            String type = text(fields.get("Type")).orElse("");
            fields.forEach(
                    (name, v) -> {
                        if (!name.equals("Type")
                                && !name.equals("Properties")
                                && !PASSED_OVER.contains(name)) {
                            where(id).refuse(v.line(), name);
                        }
                    });
            Value own = fields.getOrDefault("Properties", new Value.Fields(Map.of(), value.line()));
            Value.Fields shared = globals.get(type);
            Value all = shared == null ? own : Globals.merge(shared, own);
            if (!(all instanceof Value.Fields properties)) {
                where(id).refuse(all.line(), "Properties that are not a map");
                return Optional.empty();
            }
            return supported
                    .keep(where(id), type, properties)
                    .map(kept -> new Resource(id, type, kept, value.line()));
        }

        private Supported.Where where(String logicalId) {
            return new Supported.Where(file.toString(), logicalId, refusals);
        }

        private Map<String, Value> fields(String name, Value value) {
            if (value instanceof Value.Fields f) {
                return f.fields();
            }
            where(name).refuse(value.line(), "anything but a map");
            return Map.of();
        }

        private Optional<String> text(@org.jspecify.annotations.Nullable Value value) {
            return value instanceof Value.Scalar s
                    ? Optional.of(s.value().toString())
                    : Optional.empty();
        }
    }
}
