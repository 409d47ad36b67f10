package io.parler.request;

import io.parler.text.TextCharacters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces characters that are not text in the strings and names of JSON.
final class CleanedJson {
    private CleanedJson() {}

    static Map<String, Object> object(Map<String, Object> json) {
        Map<String, Object> cleaned = new LinkedHashMap<>();
        json.forEach((name, value) -> cleaned.put(TextCharacters.cleaned(name), value(value)));
        return cleaned;
    }

    /// A null stays one: JSON has it.
    @SuppressWarnings("NullAway")
    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> TextCharacters.cleaned(text);
            case Map<?, ?> object -> {
                Map<String, Object> cleaned = new LinkedHashMap<>();
                object.forEach(
                        (name, member) ->
                                cleaned.put(
                                        TextCharacters.cleaned(name.toString()), value(member)));
                yield cleaned;
            }
            case List<?> list -> {
                List<Object> cleaned = new ArrayList<>();
                list.forEach(item -> cleaned.add(value(item)));
                yield cleaned;
            }
            default -> value;
        };
    }
}
