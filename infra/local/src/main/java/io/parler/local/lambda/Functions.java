package io.parler.local.lambda;

import java.nio.file.Path;
import java.util.List;

/// All functions of the suite, in this process, each in its own class loader with its own
/// environment and its own log file.
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class Functions implements AutoCloseable {
    private Functions() {}

    /// Archives are unpacked under `data/cache/functions`; output goes to
    // `data/logs/<function>.log`.
    public static Functions open(Path data) {
        throw new UnsupportedOperationException("soon: " + data);
    }

    /// Makes a function known. Its archive is read now; its handler is constructed at the first
    /// invocation or by [#warm()].
    public void add(FunctionSpec spec) {
        throw new UnsupportedOperationException("soon: " + spec);
    }

    /// Runs the function and waits for how it ended.
    public Invocation invoke(String name, byte[] payload) {
        throw new UnsupportedOperationException("soon: " + name + payload.length);
    }

    /// Constructs one instance of each function in the background.
    public void warm() {
        throw new UnsupportedOperationException("soon");
    }

    public List<String> names() {
        throw new UnsupportedOperationException("soon");
    }

    /// Gives running requests a second, then abandons them.
    @Override
    public void close() {}
}
