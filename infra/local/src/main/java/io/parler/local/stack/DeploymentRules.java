package io.parler.local.stack;

import io.parler.local.iam.Permission;
import io.parler.local.iam.QueuePolicies;
import io.parler.local.iam.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what AWS would refuse in a suite, and what could never work there. Collected during the
/// deployment and reported all at once.
final class DeploymentRules {
    private static final int DEFAULT_VISIBILITY_SECONDS = 30;
    private static final int MIN_CONCURRENCY = 2;
    private static final List<String> POLLER_ACTIONS =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private final Set<String> errors = new LinkedHashSet<>();
    private final Map<String, Integer> visibilitySeconds = new HashMap<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    private record Mapping(String where, Role role, String queueArn, int timeoutSeconds) {}

    private record Delivery(String where, String topicArn, String queueArn) {}

    void add(String error) {
        errors.add(error);
    }

    void queue(String arn, ResourceProperties properties) {
        visibilitySeconds.put(
                arn, properties.number("VisibilityTimeout").orElse(DEFAULT_VISIBILITY_SECONDS));
    }

    /// A function that reads from a queue, which may be in another stack.
    void mapping(
            String where,
            Role role,
            String queueArn,
            int timeoutSeconds,
            Optional<Integer> concurrency) {
        mappings.add(new Mapping(where, role, queueArn, timeoutSeconds));
        if (concurrency.filter(maximum -> maximum < MIN_CONCURRENCY).isPresent()) {
            errors.add(
                    where
                            + ": ScalingConfig.MaximumConcurrency must be at least "
                            + MIN_CONCURRENCY);
        }
    }

    /// A topic that sends to a queue.
    void delivery(String where, String topicArn, String queueArn) {
        deliveries.add(new Delivery(where, topicArn, queueArn));
    }

    void function(ResourceProperties properties) {
        boolean snapshots =
                properties
                        .child("SnapStart")
                        .text("ApplyOn")
                        .filter("PublishedVersions"::equals)
                        .isPresent();
        if (snapshots && properties.text("AutoPublishAlias").isEmpty()) {
            errors.add(
                    properties.where()
                            + ": SnapStart is for published versions only, and without"
                            + " AutoPublishAlias there is none");
        }
    }

    /// A path of a distribution that goes to an API.
    void behavior(String where, String pattern, ResourceProperties behavior) {
        if (behavior.text("OriginRequestPolicyId").isEmpty()) {
            errors.add(
                    where
                            + ": "
                            + pattern
                            + " has no OriginRequestPolicyId, so the API gets no header, no cookie and"
                            + " only the query parameters of the cache policy");
        }
    }

    List<String> errors(QueuePolicies policies) {
        List<String> all = new ArrayList<>(errors);
        for (Mapping mapping : mappings) {
            int visible = visibilitySeconds.getOrDefault(mapping.queueArn(), Integer.MAX_VALUE);
            if (visible < mapping.timeoutSeconds()) {
                all.add(
                        "%s: VisibilityTimeout of %s is %s seconds, less than the function's Timeout of %s"
                                .formatted(
                                        mapping.where(),
                                        mapping.queueArn(),
                                        visible,
                                        mapping.timeoutSeconds()));
            }
            for (String action : POLLER_ACTIONS) {
                mapping.role()
                        .denial(new Permission(action, mapping.queueArn()))
                        .ifPresent(
                                reason ->
                                        all.add(
                                                "%s: the function can't read from %s, %s"
                                                        .formatted(
                                                                mapping.where(),
                                                                mapping.queueArn(),
                                                                reason)));
            }
        }
        for (Delivery delivery : deliveries) {
            policies.denial(delivery.topicArn(), delivery.queueArn())
                    .ifPresent(
                            missing ->
                                    all.add(
                                            delivery.where()
                                                    + ": nothing will be delivered: "
                                                    + missing));
        }
        return all;
    }
}
