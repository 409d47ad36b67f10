package io.parler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A server that accepts no more connections: its queue is full, so a client that connects waits.
public final class FullServer implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int QUEUE_IS_FULL_AFTER_MILLIS = 500;

    private final ServerSocket server;
    private final List<Socket> queue = new ArrayList<>();

    public FullServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        fill();
    }

    private void fill() throws IOException {
        while (queue.size() < MAX_CONNECTIONS) {
            Socket client = new Socket();
            queue.add(client);
            try {
                client.connect(server.getLocalSocketAddress(), QUEUE_IS_FULL_AFTER_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IllegalStateException("the queue of connections has no end");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : queue) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
