package io.parler.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How SAM joins its `Globals` with a resource: maps are merged, lists are joined, and for the
/// rest the resource's own word counts.
final class Globals {
    private Globals() {}

    static Value merge(Value global, Value own) {
        if (global instanceof Value.Fields g && own instanceof Value.Fields o) {
            Map<String, Value> merged = new LinkedHashMap<>(g.fields());
            o.fields().forEach((name, value) -> merged.merge(name, value, Globals::merge));
            return new Value.Fields(merged, own.line());
        }
        if (global instanceof Value.Items g && own instanceof Value.Items o) {
            List<Value> joined = new ArrayList<>(g.items());
            joined.addAll(o.items());
            return new Value.Items(joined, own.line());
        }
        return own;
    }
}
