package io.parler.local.stepfunctions;

import java.util.concurrent.CompletableFuture;

/// Tells the work of an execution, or of one of its maps, to end.
final class Cancellation {
    private final CompletableFuture<Void> signal = new CompletableFuture<>();

    /// A part of the work: it is cancelled with the whole, and also by itself.
    Cancellation part() {
        Cancellation part = new Cancellation();
        CompletableFuture<Void> _ = signal.thenRun(part::cancel);
        return part;
    }

    void cancel() {
        signal.complete(null);
    }

    /// Completes when the work is cancelled.
    CompletableFuture<Void> signal() {
        return signal;
    }

    boolean isCancelled() {
        return signal.isDone();
    }

    void check() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /// Waits for any of these futures, however it ends; throws when the work is cancelled.
    void await(CompletableFuture<?>... futures) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[futures.length + 1];
        System.arraycopy(futures, 0, all, 0, futures.length);
        all[futures.length] = signal;
        CompletableFuture.anyOf(all).handle((result, error) -> true).join();
        check();
    }
}
