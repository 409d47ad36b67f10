package io.parler.deploy.stack;

/// Waits a moment between two looks at a stack.
@FunctionalInterface
public interface Pause {
    void once();

    /// Two seconds: CloudFormation throttles faster callers.
    static Pause seconds() {
        return () -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        };
    }
}
