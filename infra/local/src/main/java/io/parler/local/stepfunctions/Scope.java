package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Where states run: in the state machine itself, or in one iteration of a map.
///
/// @param path before the places of its steps in the journal
/// @param iteration the index and the value of the map's item
record Scope(
        String path, Variables variables, Cancellation cancellation, Optional<JsonNode> iteration) {
    static Scope outermost(Cancellation cancellation) {
        return new Scope("", Variables.none(), cancellation, Optional.empty());
    }

    Scope iteration(String at, Cancellation ofMap, JsonNode item) {
        return new Scope(at + "/", variables.inner(), ofMap, Optional.of(item));
    }
}
