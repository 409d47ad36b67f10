package io.parler.local.lambda;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces [System] in the classes of a function. Each [FunctionLoader] defines its own copy of
/// this class, so every function has its own static fields.
public final class FunctionSystem {
    /// Same name and type as in [System], because references are redirected.
    public static PrintStream out = System.out;

    public static PrintStream err = System.err;
    private static Map<String, String> environment = Map.of();

    private FunctionSystem() {}

    /// Called once by the loader, before any class of the function is loaded.
    public static void open(Map<String, String> variables, PrintStream output) {
        environment = variables;
        out = output;
        err = output;
    }

    public static @Nullable String getenv(String name) {
        return environment.get(name);
    }

    public static Map<String, String> getenv() {
        return environment;
    }

    /// On Lambda this ends the instance. Here it must not end the suite.
    @SuppressWarnings("DoNotCallSuggester") // called in place of System.exit
    public static void exit(int status) {
        throw new Error("Runtime exited with status " + status);
    }
}
