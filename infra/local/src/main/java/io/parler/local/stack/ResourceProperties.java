package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.util.Optional;

/// The evaluated properties of a resource. Errors have the file, line and name.
record ResourceProperties(String where, JsonNode node) {

    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw new TemplateException(where + ": " + name + " is not a string");
        }
        return Optional.of(value.asText());
    }

    String requiredText(String name) {
        return text(name)
                .orElseThrow(() -> new TemplateException(where + ": " + name + " is missing"));
    }

    Optional<Integer> number(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                return Integer.valueOf(text);
                            } catch (NumberFormatException e) {
                                throw new TemplateException(
                                        where + ": " + name + " is not a number: " + text);
                            }
                        });
    }

    JsonNode list(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new TemplateException(where + ": " + name + " is not a list");
        }
        return value;
    }

    ResourceProperties child(String name) {
        return new ResourceProperties(where + ": " + name, node.path(name));
    }
}
