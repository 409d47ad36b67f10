package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.NotSupported;
import java.util.Optional;

/// The evaluated properties of one resource. What is missing or of the wrong kind is said with
/// file, line and name.
record Properties(String where, JsonNode node) {

    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw new NotSupported(where + ": " + name + " is not a text");
        }
        return Optional.of(value.asText());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new NotSupported(where + ": " + name + " is missing"));
    }

    Optional<Integer> number(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                return Integer.valueOf(text);
                            } catch (NumberFormatException e) {
                                throw new NotSupported(
                                        where + ": " + name + " is not a number: " + text);
                            }
                        });
    }

    JsonNode list(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new NotSupported(where + ": " + name + " is not a list");
        }
        return value;
    }

    Properties under(String name) {
        return new Properties(where + ": " + name, node.path(name));
    }
}
