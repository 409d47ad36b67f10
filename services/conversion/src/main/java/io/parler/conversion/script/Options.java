package io.parler.conversion.script;

import io.parler.conversion.speech.Pronunciations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What is spoken of the things that are no running text, and how words are said.
public record Options(Map<Matter, Policy> policies, Pronunciations pronunciations) {
    /// As it is where nobody asked for anything else.
    public static final Options USUAL = new Options(Map.of(), Pronunciations.NONE);

    /// A kind of thing that has a policy, and the usual one.
    public enum Matter {
        CODE("code", Policy.ANNOUNCE),
        TABLES("tables", Policy.ANNOUNCE),
        FIGURES("figures", Policy.ANNOUNCE),
        FOOTNOTES("footnotes", Policy.SKIP),
        URLS("urls", Policy.ANNOUNCE),
        FORMULAS("formulas", Policy.ANNOUNCE),
        QUOTES("quotes", Policy.ANNOUNCE),
        EMOJI("emoji", Policy.SKIP);

        private final String wireName;
        private final Policy usual;

        Matter(String wireName, Policy usual) {
            this.wireName = wireName;
            this.usual = usual;
        }

        public String wireName() {
            return wireName;
        }
    }

    public Options {
        policies = Map.copyOf(policies);
    }

    public Policy policy(Matter matter) {
        return Objects.requireNonNullElse(policies.get(matter), matter.usual);
    }

    public Options with(Matter matter, Policy policy) {
        Map<Matter, Policy> changed = new EnumMap<>(Matter.class);
        changed.putAll(policies);
        changed.put(matter, policy);
        return new Options(changed, pronunciations);
    }

    public Options with(Pronunciations others) {
        return new Options(policies, others);
    }
}
