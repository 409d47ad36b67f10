package io.parler.local.stepfunctions;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Waits for a duration; tests have one that does not take the time.
@FunctionalInterface
interface Timer {
    /// Completes after the duration.
    CompletableFuture<Void> after(Duration duration);

    static Timer ofTheSystem() {
        return duration ->
                CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(
                                Math.max(0, duration.toMillis()), TimeUnit.MILLISECONDS));
    }
}
