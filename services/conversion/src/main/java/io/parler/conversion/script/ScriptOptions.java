package io.parler.conversion.script;

import io.parler.conversion.speech.Pronunciations;
import io.parler.request.ContentKind;
import io.parler.request.Pace;
import io.parler.request.Policy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The options of a script: whether code, tables and so on are read, announced or skipped, and how
/// words are pronounced.
///
/// @param normalise whether units, dates and the like are spoken as words
/// @param pace how long the pauses are
/// @param anyLanguage whether a requested voice speaks a text in a language that it doesn't have
/// @param include the ids of blocks that are read in full, whatever else decides about them
public record ScriptOptions(
        Map<ContentKind, Policy> policies,
        Pronunciations pronunciations,
        boolean normalise,
        Pace pace,
        boolean anyLanguage,
        Set<String> include) {
    /// The options of a request that has none.
    public static final ScriptOptions DEFAULT =
            new ScriptOptions(Map.of(), Pronunciations.NONE, true, Pace.NORMAL, false, Set.of());

    public ScriptOptions {
        policies = Map.copyOf(policies);
        include = Set.copyOf(include);
    }

    public Policy policy(ContentKind kind) {
        return Objects.requireNonNullElse(policies.get(kind), kind.defaultPolicy());
    }

    public ScriptOptions with(ContentKind kind, Policy policy) {
        Map<ContentKind, Policy> changed = new EnumMap<>(ContentKind.class);
        changed.putAll(policies);
        changed.put(kind, policy);
        return new ScriptOptions(changed, pronunciations, normalise, pace, anyLanguage, include);
    }

    public ScriptOptions with(Pronunciations others) {
        return new ScriptOptions(policies, others, normalise, pace, anyLanguage, include);
    }

    public ScriptOptions with(Pace other) {
        return new ScriptOptions(policies, pronunciations, normalise, other, anyLanguage, include);
    }

    public ScriptOptions including(Set<String> ids) {
        return new ScriptOptions(policies, pronunciations, normalise, pace, anyLanguage, ids);
    }

    public ScriptOptions inAnyLanguage() {
        return new ScriptOptions(policies, pronunciations, normalise, pace, true, include);
    }
}
