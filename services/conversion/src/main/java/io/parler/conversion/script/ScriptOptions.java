package io.parler.conversion.script;

import io.parler.conversion.speech.Pronunciations;
import io.parler.request.ContentKind;
import io.parler.request.Policy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What is spoken of the things that are no running text, and how words are said.
public record ScriptOptions(Map<ContentKind, Policy> policies, Pronunciations pronunciations) {
    /// As it is where nobody asked for anything else.
    public static final ScriptOptions DEFAULT = new ScriptOptions(Map.of(), Pronunciations.NONE);

    public ScriptOptions {
        policies = Map.copyOf(policies);
    }

    public Policy policy(ContentKind kind) {
        return Objects.requireNonNullElse(policies.get(kind), kind.defaultPolicy());
    }

    public ScriptOptions with(ContentKind kind, Policy policy) {
        Map<ContentKind, Policy> changed = new EnumMap<>(ContentKind.class);
        changed.putAll(policies);
        changed.put(kind, policy);
        return new ScriptOptions(changed, pronunciations);
    }

    public ScriptOptions with(Pronunciations others) {
        return new ScriptOptions(policies, others);
    }
}
