package io.parler.polly.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps an espeak-ng process running: starts it with the first text, and again when it has ended.
/// Texts are synthesized one after the other, in the order of the calls.
final class EspeakSupervisor implements AutoCloseable {
    private final Path library;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile @Nullable EspeakProcess process;
    private volatile boolean closed;

    EspeakSupervisor(Path library) {
        this.library = library;
    }

    /// Retries once with a new process when the process ends during a text.
    SynthesisResult synthesize(SynthesisRequest request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            try {
                return process().synthesize(request);
            } catch (IOException e) {
                stop();
            }
            try {
                return process().synthesize(request);
            } catch (IOException e) {
                stop();
                throw new IllegalStateException("espeak-ng ended twice on one text", e);
            }
        } finally {
            lock.unlock();
        }
    }

    private EspeakProcess process() throws IOException {
        EspeakProcess current = process;
        if (current != null && current.needsRestart()) {
            stop();
            current = null;
        }
        if (current == null) {
            current = new EspeakProcess(library);
            process = current;
        }
        if (closed) {
            stop();
            throw new IllegalStateException("the endpoint is closed");
        }
        return current;
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }

    private void stop() {
        EspeakProcess current = process;
        if (current != null) {
            current.close();
            process = null;
        }
    }
}
