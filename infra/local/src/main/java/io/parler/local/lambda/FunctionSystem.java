package io.parler.local.lambda;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in for [System] in the classes of one function: each [FunctionLoader] defines this
/// class anew, so these statics are as many as there are functions.
public final class FunctionSystem {
    /// Named and typed as in [System]: a reference to the one becomes a reference to the other.
    public static PrintStream out = System.out;

    public static PrintStream err = System.err;
    private static Map<String, String> environment = Map.of();

    private FunctionSystem() {}

    /// Called once by the loader, before any class of the function is there.
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

    /// On Lambda this ends the instance; here it must not end the suite.
    @SuppressWarnings("DoNotCallSuggester") // it is called, by classes that meant System.exit
    public static void exit(int status) {
        throw new Error("Runtime exited with status " + status);
    }
}
