package io.parler.local.sns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A queue that receives the messages of a topic, all of them or those that match a filter policy.
record Subscription(
        String arn,
        String topicArn,
        String queueArn,
        Map<String, String> attributes,
        @Nullable FilterPolicy filter) {
    private static final Set<String> SUPPORTED =
            Set.of("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy");

    private static final Pattern DEAD_LETTER_QUEUE =
            Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"([^\"]+)\"");

    static Subscription of(
            String arn, String topicArn, String queueArn, Map<String, String> attributes)
            throws SnsError {
        for (String name : attributes.keySet()) {
            if (!SUPPORTED.contains(name)) {
                throw SnsError.invalidParameter("the attribute " + name + " is not supported here");
            }
        }
        String policy = attributes.getOrDefault("FilterPolicy", "");
        FilterPolicy filter =
                policy.isEmpty() || policy.equals("{}") ? null : FilterPolicy.parse(policy);
        return new Subscription(arn, topicArn, queueArn, Map.copyOf(attributes), filter);
    }

    Subscription with(String name, String value) throws SnsError {
        Map<String, String> changed = new HashMap<>(attributes);
        changed.put(name, value);
        return of(arn, topicArn, queueArn, changed);
    }

    /// The response of GetSubscriptionAttributes.
    Map<String, String> allAttributes() {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("SubscriptionArn", arn);
        all.put("TopicArn", topicArn);
        all.put("Protocol", "sqs");
        all.put("Endpoint", queueArn);
        all.put("PendingConfirmation", "false");
        return all;
    }

    /// The queue for messages that can't be delivered.
    Optional<String> deadLetterQueueArn() {
        Matcher arn = DEAD_LETTER_QUEUE.matcher(attributes.getOrDefault("RedrivePolicy", ""));
        return arn.find() ? Optional.of(arn.group(1)) : Optional.empty();
    }

    boolean raw() {
        return attributes.getOrDefault("RawMessageDelivery", "false").equals("true");
    }

    boolean matches(Notification notification) throws SnsError {
        if (filter == null) {
            return true;
        }
        return attributes
                        .getOrDefault("FilterPolicyScope", "MessageAttributes")
                        .equals("MessageBody")
                ? filter.matchesBody(notification.message())
                : filter.matchesAttributes(notification.attributes());
    }
}
