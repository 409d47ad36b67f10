package io.parler.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks that an event's data has every field that a consumer's record requires: each component
/// that isn't `@Nullable`, in nested records too.
final class RequiredFields {
    private RequiredFields() {}

    /// The path of a field that is missing or null, such as `audio.key`.
    ///
    /// @throws IllegalArgumentException when the type is not a record
    static Optional<String> firstMissing(JsonNode data, Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("not a record: " + type.getName());
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = data.path(component.getName());
            if (value.isMissingNode() || value.isNull()) {
                if (isRequired(component)) {
                    return Optional.of(component.getName());
                }
            } else if (component.getType().isRecord() && value.isObject()) {
                Optional<String> missing = firstMissing(value, component.getType());
                if (missing.isPresent()) {
                    return Optional.of(component.getName() + "." + missing.get());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
