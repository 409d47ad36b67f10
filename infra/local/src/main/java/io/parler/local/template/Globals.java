package io.parler.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Merges SAM's `Globals` into a resource: maps are merged, lists are concatenated, and other
/// values of the resource override the global ones.
final class Globals {
    private Globals() {}

    static TemplateValue merge(TemplateValue global, TemplateValue own) {
        if (global instanceof TemplateValue.Fields g && own instanceof TemplateValue.Fields o) {
            Map<String, TemplateValue> merged = new LinkedHashMap<>(g.fields());
            o.fields().forEach((name, value) -> merged.merge(name, value, Globals::merge));
            return new TemplateValue.Fields(merged, own.line());
        }
        if (global instanceof TemplateValue.Items g && own instanceof TemplateValue.Items o) {
            List<TemplateValue> joined = new ArrayList<>(g.items());
            joined.addAll(o.items());
            return new TemplateValue.Items(joined, own.line());
        }
        return own;
    }
}
