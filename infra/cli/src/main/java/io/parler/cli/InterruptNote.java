package io.parler.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// Prints a note when the command is interrupted with Ctrl-C before it is done.
final class InterruptNote implements AutoCloseable {
    private final Thread hook;

    private InterruptNote(Thread hook) {
        this.hook = hook;
    }

    /// @param note what is printed on the error stream
    static InterruptNote of(PrintWriter err, Supplier<String> note) {
        Thread hook =
                new Thread(
                        () -> {
                            err.println();
                            err.println(note.get());
                            err.flush();
                        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNote(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending: the note is printed.
        }
    }
}
