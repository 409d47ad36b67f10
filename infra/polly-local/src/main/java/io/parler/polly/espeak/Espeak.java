package io.parler.polly.espeak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// espeak-ng, whichever process speaks just now: started with the first text, and again when it has
/// ended. Texts are said one after the other, in the order they come.
final class Espeak implements AutoCloseable {
    private final Path library;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Speaking speaking;
    private volatile boolean closed;

    Espeak(Path library) {
        this.library = library;
    }

    /// A text on which the process ends is said once more by the next one, and no third time.
    Said say(Ask ask) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            try {
                return speaking().say(ask);
            } catch (IOException e) {
                end();
            }
            try {
                return speaking().say(ask);
            } catch (IOException e) {
                end();
                throw new IllegalStateException("espeak-ng ended twice on one text", e);
            }
        } finally {
            turn.unlock();
        }
    }

    private Speaking speaking() throws IOException {
        Speaking now = speaking;
        if (now != null && now.isSpent()) {
            end();
            now = null;
        }
        if (now == null) {
            now = new Speaking(library);
            speaking = now;
        }
        if (closed) {
            end();
            throw new IllegalStateException("the endpoint is closed");
        }
        return now;
    }

    @Override
    public void close() {
        closed = true;
        end();
    }

    private void end() {
        Speaking now = speaking;
        if (now != null) {
            now.close();
            speaking = null;
        }
    }
}
