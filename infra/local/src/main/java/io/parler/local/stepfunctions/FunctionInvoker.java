package io.parler.local.stepfunctions;

/// Invokes a function in the role of a state machine.
@FunctionalInterface
public interface FunctionInvoker {
    /// Returns the result as JSON.
    ///
    /// @param functionArn the ARN of the function, its version or its alias
    byte[] invoke(String functionArn, byte[] payload) throws InvocationException;

    /// An invocation that failed, by the name that state machines see.
    final class InvocationException extends Exception {
        private static final long serialVersionUID = 1;
        private final String error;

        public InvocationException(String error, String cause) {
            super(cause);
            this.error = error;
        }

        String error() {
            return error;
        }
    }
}
