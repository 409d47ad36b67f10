package io.parler.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The options of a request: what is read, and how it is pronounced.
///
/// @param json as the caller sent it: it goes into the event unchanged
/// @param policies those that the caller set
/// @param normalise whether units, dates and the like are spoken as words
/// @param anyLanguage whether the voice is used even if it doesn't speak the text's language
/// @param include the ids of blocks that are read in full, whatever else decides about them
/// @param visibility empty leaves it to the account
public record RequestOptions(
        Map<String, Object> json,
        Map<ContentKind, Policy> policies,
        Timing timing,
        List<PronunciationRule> pronunciations,
        boolean normalise,
        Pace pace,
        boolean anyLanguage,
        Set<String> include,
        Optional<Visibility> visibility) {
    public static final RequestOptions DEFAULT =
            new RequestOptions(
                    Map.of(),
                    Map.of(),
                    Timing.SENTENCES,
                    List.of(),
                    true,
                    Pace.NORMAL,
                    false,
                    Set.of(),
                    Optional.empty());

    public RequestOptions {
        json = Collections.unmodifiableMap(json);
        policies = Map.copyOf(policies);
        pronunciations = List.copyOf(pronunciations);
        include = Set.copyOf(include);
    }

    /// The same options, with this visibility if they have none.
    public RequestOptions orVisibility(Visibility other) {
        if (visibility.isPresent()) {
            return this;
        }
        Map<String, Object> extended = new LinkedHashMap<>(json);
        extended.put("visibility", other.wireName());
        return new RequestOptions(
                extended,
                policies,
                timing,
                pronunciations,
                normalise,
                pace,
                anyLanguage,
                include,
                Optional.of(other));
    }

    public Policy policy(ContentKind kind) {
        return Objects.requireNonNullElse(policies.get(kind), kind.defaultPolicy());
    }

    /// The same text for the same options, in whatever order the caller sent them.
    public String canonical() {
        return canonical(json);
    }

    static String canonical(Object value) {
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
            // Its length before it, so that no text can look like the characters around it.
            case String string -> text.append(string.length()).append('"').append(string);
            default -> text.append(value);
        }
        return text.toString();
    }
}
