package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The variables of a scope: of the whole state machine, or of one iteration of a map. An iteration
/// sees those outside, and assigns its own.
final class Variables {
    private final Optional<Variables> outer;
    private final Map<String, JsonNode> own = new HashMap<>();

    private Variables(Optional<Variables> outer) {
        this.outer = outer;
    }

    static Variables none() {
        return new Variables(Optional.empty());
    }

    Variables inner() {
        return new Variables(Optional.of(this));
    }

    void assign(JsonNode assigned) {
        assigned.properties().forEach(e -> own.put(e.getKey(), e.getValue()));
    }

    Map<String, JsonNode> all() {
        Map<String, JsonNode> all = outer.map(Variables::all).orElseGet(HashMap::new);
        all.putAll(own);
        return all;
    }
}
