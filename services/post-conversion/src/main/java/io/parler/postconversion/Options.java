package io.parler.postconversion;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is spoken and how, as the caller sent it: it goes into the event unchanged.
public record Options(Map<String, Object> json) {
    public static final Options NONE = new Options(Map.of());

    public Options {
        json = Collections.unmodifiableMap(json);
    }

    /// The same for the same options, in whatever order they stood.
    String canonical() {
        return canonical(json);
    }

    private static String canonical(Object value) {
        StringBuilder text = new StringBuilder();
        switch (value) {
            case Map<?, ?> object -> {
                Map<String, Object> sorted = new TreeMap<>();
                object.forEach(
                        (name, member) -> {
                            if (member != null) {
                                sorted.put(name.toString(), member);
                            }
                        });
                text.append('{');
                sorted.forEach(
                        (name, member) ->
                                text.append(canonical(name))
                                        .append(':')
                                        .append(canonical(member))
                                        .append(','));
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                for (Object item : list) {
                    text.append(item == null ? "null" : canonical(item)).append(',');
                }
                text.append(']');
            }
            // Its length before it, so that no text can look like what stands around it.
            case String string -> text.append(string.length()).append('"').append(string);
            default -> text.append(value);
        }
        return text.toString();
    }
}
