package io.parler.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;

/// Has a message that failed delivered again after a delay. If that fails too, the message is
/// delivered when its visibility timeout ends.
@FunctionalInterface
public interface Redelivery {
    void in(SQSMessage message, Duration delay);

    /// Leaves it to the queue's visibility timeout.
    static Redelivery afterVisibilityTimeout() {
        return (message, delay) -> {};
    }
}
