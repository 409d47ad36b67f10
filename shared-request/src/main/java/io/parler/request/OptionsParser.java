package io.parler.request;

import io.parler.problem.FieldError;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates the options of a request. Unknown options are ignored.
public final class OptionsParser {
    /// What an event's limit of 200 KB leaves beside the largest text.
    private static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_INCLUDED = 1000;
    private static final int MAX_ID_LENGTH = 64;

    private final List<FieldError> errors;

    /// Every invalid field is added to `errors`.
    public OptionsParser(List<FieldError> errors) {
        this.errors = errors;
    }

    public RequestOptions parse(@Nullable Map<String, Object> json) {
        if (json == null) {
            return RequestOptions.DEFAULT;
        }
        RequestOptions options =
                new RequestOptions(
                        json,
                        policies(json),
                        timing(json.get("timing")),
                        new PronunciationsParser(errors)
                                .parse("/options/pronunciations", json.get("pronunciations")),
                        flag("normalise", json, true),
                        pace(json.get("pace")),
                        flag("anyLanguage", json, false),
                        include(json.get("include")),
                        visibility(json.get("visibility")));
        if (JsonSize.bytes(options.canonical()) > MAX_BYTES) {
            errors.add(
                    new FieldError("/options", "is too large; PUT /v1/pronunciations takes more"));
        }
        return options;
    }

    private Map<ContentKind, Policy> policies(Map<String, Object> json) {
        Map<ContentKind, Policy> policies = new EnumMap<>(ContentKind.class);
        for (ContentKind kind : ContentKind.values()) {
            Object value = json.get(kind.wireName());
            Optional<Policy> policy =
                    value instanceof String name ? Policy.of(name) : Optional.empty();
            policy.ifPresent(valid -> policies.put(kind, valid));
            if (value != null && policy.isEmpty()) {
                errors.add(
                        new FieldError(
                                "/options/" + kind.wireName(), "must be read, announce or skip"));
            }
        }
        return policies;
    }

    private boolean flag(String name, Map<String, Object> json, boolean defaultValue) {
        Object value = json.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            errors.add(new FieldError("/options/" + name, "must be true or false"));
        }
        return defaultValue;
    }

    /// An id that the post doesn't have is no error: its page may have changed.
    private Set<String> include(@Nullable Object value) {
        if (value == null) {
            return Set.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        boolean valid = value instanceof List<?> list && list.size() <= MAX_INCLUDED;
        if (value instanceof List<?> list) {
            for (Object item : list) {
                valid &=
                        item instanceof String id
                                && !id.isEmpty()
                                && id.codePointCount(0, id.length()) <= MAX_ID_LENGTH
                                && ids.add(id);
            }
        }
        if (!valid) {
            errors.add(
                    new FieldError(
                            "/options/include",
                            "must be a list of at most 1,000 different ids of blocks"));
        }
        return ids;
    }

    private Pace pace(@Nullable Object value) {
        Optional<Pace> pace = value instanceof String name ? Pace.of(name) : Optional.empty();
        if (value != null && pace.isEmpty()) {
            errors.add(new FieldError("/options/pace", "must be slower, normal or faster"));
        }
        return pace.orElse(Pace.NORMAL);
    }

    private Optional<Visibility> visibility(@Nullable Object value) {
        Optional<Visibility> visibility =
                value instanceof String name ? Visibility.of(name) : Optional.empty();
        if (value != null && visibility.isEmpty()) {
            errors.add(new FieldError("/options/visibility", "must be public or private"));
        }
        return visibility;
    }

    private Timing timing(@Nullable Object value) {
        Optional<Timing> timing = value instanceof String name ? Timing.of(name) : Optional.empty();
        if (value != null && timing.isEmpty()) {
            errors.add(new FieldError("/options/timing", "must be sentences or words"));
        }
        return timing.orElse(Timing.SENTENCES);
    }
}
