package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The real templates, and templates with deliberate errors.
final class TemplateFixtures {
    private TemplateFixtures() {}

    static Stream<Template> services() {
        return Template.ofServices().stream();
    }

    static Template conversion(Consumer<ObjectNode> change) {
        return changed(
                "conversion",
                tree ->
                        change.accept(
                                (ObjectNode) tree.at("/Resources/ConversionWorker/Properties")));
    }

    static Template changed(String service, Consumer<JsonNode> change) {
        Template template = Template.read(ProjectFiles.path("services", service, "template.yaml"));
        change.accept(template.tree());
        return template;
    }

    /// The queue of the worker.
    static ObjectNode queue(JsonNode tree) {
        JsonNode events = tree.at("/Resources/ConversionWorker/Properties/Events");
        String name = Template.target(events.elements().next().at("/Properties/Queue"));
        return (ObjectNode) tree.path("Resources").path(name).path("Properties");
    }

    static ObjectNode statement(ObjectNode function) {
        return (ObjectNode) function.at("/Policies/0/Statement/0");
    }

    static Path sources(Template template) {
        return ProjectFiles.path("services", template.name(), "src/main/java");
    }

    static Path classes(Template template) {
        return ProjectFiles.path("services", template.name(), "target/classes");
    }
}
