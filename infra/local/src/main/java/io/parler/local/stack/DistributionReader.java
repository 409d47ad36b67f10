package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.NotSupported;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the path table of a distribution: origins by id, behaviours in order, the default last.
final class DistributionReader {
    private final Properties config;
    private final Map<String, Properties> origins = new HashMap<>();

    private DistributionReader(Properties config) {
        this.config = config;
        config.list("Origins")
                .forEach(
                        node -> {
                            Properties origin = new Properties(config.where(), node);
                            origins.put(origin.requiredText("Id"), origin);
                        });
    }

    static Distribution read(Properties config) {
        DistributionReader reader = new DistributionReader(config);
        List<Distribution.Behavior> behaviors = new ArrayList<>();
        for (JsonNode node : config.list("CacheBehaviors")) {
            Properties behavior = new Properties(config.where(), node);
            behaviors.add(reader.behavior(behavior, behavior.requiredText("PathPattern")));
        }
        behaviors.add(reader.behavior(config.under("DefaultCacheBehavior"), "*"));
        return new Distribution(List.copyOf(behaviors));
    }

    private Distribution.Behavior behavior(Properties behavior, String pattern) {
        String id = behavior.requiredText("TargetOriginId");
        Properties origin = origins.get(id);
        if (origin == null) {
            throw new NotSupported(config.where() + ": " + pattern + " names no origin: " + id);
        }
        Set<String> methods = new LinkedHashSet<>();
        behavior.list("AllowedMethods").forEach(method -> methods.add(method.asText()));
        return new Distribution.Behavior(
                Distribution.PathPattern.of(pattern),
                origin.requiredText("DomainName"),
                origin.text("OriginPath").orElse(""),
                methods.isEmpty() ? Set.of("GET", "HEAD") : methods);
    }
}
