package io.parler.local.iam;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The connection from a proxy to the endpoint, used again while it is fresh.
final class Upstream implements AutoCloseable {
    /// Less than any engine waits before it closes an idle connection.
    private static final Duration MAX_IDLE = Duration.ofSeconds(5);

    private final URI target;
    private @Nullable Connection connection;

    private record Connection(Socket socket, InputStream in, OutputStream out, long[] usedAt) {}

    Upstream(URI target) {
        this.target = target;
    }

    /// Makes a connection unless there is one that can be used again.
    void open() throws IOException {
        if (connection != null && System.nanoTime() - connection.usedAt()[0] < MAX_IDLE.toNanos()) {
            return;
        }
        close();
        Socket socket = new Socket(target.getHost(), target.getPort());
        socket.setTcpNoDelay(true);
        connection =
                new Connection(
                        socket,
                        new BufferedInputStream(socket.getInputStream()),
                        new BufferedOutputStream(socket.getOutputStream()),
                        new long[1]);
    }

    OutputStream out() {
        return opened().out();
    }

    /// The head of the response; informational ones are skipped.
    HttpHead head() throws IOException {
        while (true) {
            HttpHead head =
                    HttpHead.read(opened().in())
                            .orElseThrow(() -> new EOFException("no response from " + target));
            if (head.status() / 100 != 1) {
                return head;
            }
        }
    }

    /// Copies the body of the response. Returns whether another response can follow.
    boolean copyBody(String method, HttpHead head, OutputStream to) throws IOException {
        boolean reusable = HttpBody.copyOfResponse(method, head, opened().in(), to);
        if (reusable) {
            opened().usedAt()[0] = System.nanoTime();
        } else {
            close();
        }
        return reusable;
    }

    private Connection opened() {
        if (connection == null) {
            throw new IllegalStateException("no connection");
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.socket().close();
            connection = null;
        }
    }
}
