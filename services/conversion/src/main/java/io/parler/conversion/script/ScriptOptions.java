package io.parler.conversion.script;

import io.parler.conversion.speech.Pronunciations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What is spoken of the things that are no running text, and how words are said.
public record ScriptOptions(Map<ContentKind, Policy> policies, Pronunciations pronunciations) {
    /// As it is where nobody asked for anything else.
    public static final ScriptOptions DEFAULT = new ScriptOptions(Map.of(), Pronunciations.NONE);

    /// A kind of thing that has a policy, and the usual one.
    public enum ContentKind {
        CODE("code", Policy.ANNOUNCE),
        TABLES("tables", Policy.ANNOUNCE),
        FIGURES("figures", Policy.ANNOUNCE),
        FOOTNOTES("footnotes", Policy.SKIP),
        URLS("urls", Policy.ANNOUNCE),
        FORMULAS("formulas", Policy.ANNOUNCE),
        QUOTES("quotes", Policy.ANNOUNCE),
        EMOJI("emoji", Policy.SKIP);

        private final String wireName;
        private final Policy defaultPolicy;

        ContentKind(String wireName, Policy defaultPolicy) {
            this.wireName = wireName;
            this.defaultPolicy = defaultPolicy;
        }

        public String wireName() {
            return wireName;
        }
    }

    public ScriptOptions {
        policies = Map.copyOf(policies);
    }

    public Policy policy(ContentKind kind) {
        return Objects.requireNonNullElse(policies.get(kind), kind.defaultPolicy);
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
