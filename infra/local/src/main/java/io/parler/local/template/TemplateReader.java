package io.parler.local.template;

import io.parler.local.template.Template.Parameter;
import io.parler.local.template.Template.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a SAM template. Everything that is not supported is reported at once.
public final class TemplateReader {
    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
    private static final String FROM_SSM = "AWS::SSM::Parameter::Value<String>";

    /// Resource attributes that have no effect on one machine.
    private static final Set<String> IGNORED =
            Set.of("DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata");

    /// Properties that `aws cloudformation package` reads only from each function itself; without
    /// them it would package the whole folder.
    private static final Set<String> NOT_GLOBAL = Set.of("CodeUri");

    private static final Map<String, String> GLOBALS =
            Map.of(
                    "Function", "AWS::Serverless::Function",
                    "HttpApi", "AWS::Serverless::HttpApi");

    private final SupportedProperties supported = SupportedProperties.load();

    /// Throws one `TemplateException` with all errors.
    public Template read(Path file) {
        List<String> errors = new ArrayList<>();
        Template template = new Parser(file, errors).parse();
        if (!errors.isEmpty()) {
            throw new TemplateException(errors);
        }
        return template;
    }

    private final class Parser {
        private final Path file;
        private final List<String> errors;
        private final Map<String, TemplateValue.Fields> globals = new LinkedHashMap<>();
        private final Set<String> ignored = new HashSet<>();
        private final Map<String, Template.Declaration> declarations = new LinkedHashMap<>();

        Parser(Path file, List<String> errors) {
            this.file = file;
            this.errors = errors;
        }

        Template parse() {
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            Map<String, TemplateValue> conditions = new LinkedHashMap<>();
            Map<String, Resource> resources = new LinkedHashMap<>();
            Map<String, TemplateValue> sections = fields("Template", YamlReader.read(file));
            // Globals first: resources are merged with them, wherever they are in the file.
            globals(sections.get("Globals"));
            sections.forEach(
                    (name, section) -> {
                        switch (name) {
                            case "AWSTemplateFormatVersion",
                                    "Description",
                                    "Globals",
                                    "Metadata" -> {}
                            case "Outputs" ->
                                    fields(name, section)
                                            .forEach((k, v) -> declare("Outputs." + k, v));
                            case "Transform" -> transform(section);
                            case "Parameters" ->
                                    fields(name, section)
                                            .forEach((k, v) -> parameters.put(k, parameter(k, v)));
                            case "Conditions" -> conditions.putAll(conditions(name, section));
                            case "Resources" ->
                                    fields(name, section)
                                            .forEach(
                                                    (k, v) ->
                                                            resource(k, v)
                                                                    .ifPresent(
                                                                            r ->
                                                                                    resources.put(
                                                                                            k, r)));
                            default -> where("Template").addUnsupported(section.line(), name);
                        }
                    });
            return new Template(file, parameters, conditions, resources, ignored, declarations);
        }

        private Map<String, TemplateValue> conditions(String name, TemplateValue section) {
            Map<String, TemplateValue> conditions = fields(name, section);
            conditions.forEach((id, condition) -> functions(id, condition));
            return conditions;
        }

        private void functions(String id, TemplateValue value) {
            Intrinsics.unsupported(value)
                    .forEach(found -> where(id).addUnsupported(found.line(), found.what()));
        }

        private void transform(TemplateValue section) {
            if (!(section instanceof TemplateValue.Scalar s && s.value().equals(TRANSFORM))) {
                where("Template")
                        .addUnsupported(section.line(), "Transform other than " + TRANSFORM);
            }
        }

        private void globals(@Nullable TemplateValue section) {
            if (section == null) {
                return;
            }
            fields("Globals", section)
                    .forEach(
                            (name, value) -> {
                                String type = GLOBALS.get(name);
                                if (type == null) {
                                    where("Globals").addUnsupported(value.line(), name);
                                } else if (value instanceof TemplateValue.Fields f) {
                                    f.fields().keySet().stream()
                                            .filter(NOT_GLOBAL::contains)
                                            .forEach(
                                                    property ->
                                                            where("Globals." + name)
                                                                    .addUnsupported(
                                                                            f.line(), property));
                                    globals.put(type, f);
                                }
                            });
        }

        private Parameter parameter(String name, TemplateValue value) {
            Map<String, TemplateValue> fields = fields(name, value);
            String type = text(fields.get("Type")).orElse("");
            boolean fromSsm = type.equals(FROM_SSM);
            if (!fromSsm && !type.equals("String") && !type.equals("Number")) {
                where(name).addUnsupported(value.line(), "parameter type " + type);
            }
            Optional.ofNullable(fields.get("Default")).ifPresent(v -> functions(name, v));
            return new Parameter(name, fromSsm, text(fields.get("Default")), value.line());
        }

        private Optional<Resource> resource(String id, TemplateValue value) {
            declare(id, value);
            Map<String, TemplateValue> fields = fields(id, value);
            String type = text(fields.get("Type")).orElse("");
            fields.forEach(
                    (name, v) -> {
                        if (!name.equals("Type")
                                && !name.equals("Properties")
                                && !name.equals("Condition")
                                && !IGNORED.contains(name)) {
                            where(id).addUnsupported(v.line(), name);
                        }
                    });
            TemplateValue own =
                    fields.getOrDefault(
                            "Properties", new TemplateValue.Fields(Map.of(), value.line()));
            TemplateValue.Fields shared = globals.get(type);
            TemplateValue all = shared == null ? own : Globals.merge(shared, own);
            if (!(all instanceof TemplateValue.Fields properties)) {
                where(id).addUnsupported(all.line(), "Properties that are not a map");
                return Optional.empty();
            }
            Optional<TemplateValue.Fields> selected = supported.select(where(id), type, properties);
            if (selected.isEmpty()) {
                ignored.add(id);
            }
            return selected.map(
                    used -> {
                        functions(id, used);
                        return new Resource(
                                id, type, text(fields.get("Condition")), used, value.line());
                    });
        }

        private void declare(String id, TemplateValue value) {
            Map<String, TemplateValue> fields = fields(id, value);
            declarations.put(
                    id,
                    new Template.Declaration(
                            text(fields.get("Condition")),
                            fields.getOrDefault("Properties", value)));
        }

        private SupportedProperties.Location where(String logicalId) {
            return new SupportedProperties.Location(file.toString(), logicalId, errors);
        }

        private Map<String, TemplateValue> fields(String name, TemplateValue value) {
            if (value instanceof TemplateValue.Fields f) {
                return f.fields();
            }
            where(name).addUnsupported(value.line(), "a value that is not a map");
            return Map.of();
        }

        private Optional<String> text(@Nullable TemplateValue value) {
            return value instanceof TemplateValue.Scalar s
                    ? Optional.of(s.value().toString())
                    : Optional.empty();
        }
    }
}
