package io.parler.local.sns;

import java.util.Optional;

/// Decides whether a topic may send to a queue.
@FunctionalInterface
public interface DeliveryRule {

    /// What a topic lacks to send to a queue; empty if it may.
    Optional<String> denial(String topicArn, String queueArn);
}
