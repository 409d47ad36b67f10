package io.parler.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;

/// When a message whose handling failed is delivered again.
@FunctionalInterface
public interface Redelivery {
    void in(SQSMessage message, Duration delay);

    /// When the queue's own visibility timeout ends.
    static Redelivery afterVisibilityTimeout() {
        return (message, delay) -> {};
    }
}
