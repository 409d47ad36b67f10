package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the behaviors of a distribution: in order, the default one last.
final class DistributionReader {
    /// Part of the host names of APIs only.
    private static final String API_HOST = ".execute-api.";

    /// AWS's own response headers policy SimpleCORS; other policies have no meaning here.
    private static final String SIMPLE_CORS = "60669652-455b-4ae9-85a4-c4c02393f86c";

    private final ResourceProperties config;
    private final DeploymentRules rules;
    private final SigningKeys keys;
    private final Map<String, ResourceProperties> origins = new HashMap<>();

    private DistributionReader(ResourceProperties config, DeploymentRules rules, SigningKeys keys) {
        this.rules = rules;
        this.keys = keys;
        this.config = config;
        config.list("Origins")
                .forEach(
                        node -> {
                            ResourceProperties origin =
                                    new ResourceProperties(config.where(), node);
                            origins.put(origin.requiredText("Id"), origin);
                        });
    }

    static Distribution read(ResourceProperties config, DeploymentRules rules, SigningKeys keys) {
        DistributionReader reader = new DistributionReader(config, rules, keys);
        List<Distribution.Behavior> behaviors = new ArrayList<>();
        for (JsonNode node : config.list("CacheBehaviors")) {
            ResourceProperties behavior = new ResourceProperties(config.where(), node);
            behaviors.add(reader.behavior(behavior, behavior.requiredText("PathPattern")));
        }
        behaviors.add(reader.behavior(config.child("DefaultCacheBehavior"), "*"));
        return new Distribution(List.copyOf(behaviors));
    }

    private Distribution.Behavior behavior(ResourceProperties behavior, String pattern) {
        String id = behavior.requiredText("TargetOriginId");
        ResourceProperties origin = origins.get(id);
        if (origin == null) {
            throw new TemplateException(
                    config.where() + ": " + pattern + " has an unknown origin: " + id);
        }
        if (origin.requiredText("DomainName").contains(API_HOST)) {
            rules.behavior(config.where(), pattern, behavior);
        }
        Set<String> methods = new LinkedHashSet<>();
        behavior.list("AllowedMethods").forEach(method -> methods.add(method.asText()));
        return new Distribution.Behavior(
                Distribution.PathPattern.of(pattern),
                origin.requiredText("DomainName"),
                origin.text("OriginPath").orElse(""),
                methods.isEmpty() ? Set.of("GET", "HEAD") : methods,
                keys.keys(config.where() + ": " + pattern, behavior.list("TrustedKeyGroups")),
                behavior.text("ResponseHeadersPolicyId").filter(SIMPLE_CORS::equals).isPresent(),
                behavior.text("Compress").filter("true"::equals).isPresent());
    }
}
