package io.parler.local.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One condition of a statement: a key of the request must have one of the values.
record Condition(String key, boolean wildcards, List<String> values) {
    private static final Map<String, Boolean> WILDCARDS_BY_OPERATOR =
            Map.of("StringEquals", false, "StringLike", true, "ArnEquals", true, "ArnLike", true);

    /// Keys that requests on one machine have.
    private static final Set<String> PRESENT = Set.of("aws:sourcearn", "aws:sourceaccount");

    /// Keys that no request on one machine has: there is no organization and no KMS.
    private static final Set<String> ABSENT = Set.of("aws:principalorgid", "kms:viaservice");

    Condition {
        values = List.copyOf(values);
    }

    /// Whether conditions with this operator can be evaluated.
    static boolean knowsOperator(String operator) {
        return WILDCARDS_BY_OPERATOR.containsKey(operator);
    }

    /// Whether conditions on this key can be evaluated.
    static boolean knowsKey(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return PRESENT.contains(name) || ABSENT.contains(name);
    }

    static Condition of(String operator, String key, List<String> values) {
        return new Condition(
                key.toLowerCase(Locale.ROOT),
                WILDCARDS_BY_OPERATOR.getOrDefault(operator, false),
                values);
    }

    /// @param context the request's keys in lower case, and their values
    boolean holds(Map<String, String> context) {
        String actual = context.get(key);
        return actual != null
                && values.stream()
                        .anyMatch(
                                value ->
                                        wildcards
                                                ? Wildcard.of(value).matches(actual)
                                                : value.equals(actual));
    }
}
