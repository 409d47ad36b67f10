package io.parler.local.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port of the edge, in front of its HTTP server. What that server itself rejects, such as an
/// invalid address, it answers in HTML; here it becomes a problem. All else is passed on.
final class EdgePort implements AutoCloseable {
    /// Marks the responses of the edge, and has the length of their bodies. It is removed here.
    static final String BODY_LENGTH = "X-Edge-Body-Length";

    private static final Logger LOG = LoggerFactory.getLogger(EdgePort.class);
    private static final int MAX_HEAD_BYTES = 1024 * 1024;
    private static final int BACKLOG = 1024;
    private static final int COPY_BYTES = 16 * 1024;

    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private EdgePort(ServerSocket listener) {
        this.listener = listener;
    }

    /// Binds the port; connections wait until [#open].
    static EdgePort bind(InetAddress address, int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        return new EdgePort(listener);
    }

    int number() {
        return listener.getLocalPort();
    }

    void open(InetSocketAddress server) {
        Thread.ofVirtual().name("edge-port").start(() -> accept(server));
    }

    private void accept(InetSocketAddress server) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client, server));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("no connection was accepted");
            }
        }
    }

    private void serve(Socket client, InetSocketAddress address) {
        try (client;
                Socket server = new Socket(address.getAddress(), address.getPort())) {
            sockets.add(client);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> passOn(client, server));
            respond(new BufferedInputStream(server.getInputStream()), client.getOutputStream());
            sockets.remove(server);
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a connection was closed");
        } finally {
            sockets.remove(client);
        }
    }

    private static void passOn(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a client closed its connection");
        }
    }

    private static void respond(InputStream server, OutputStream client) throws IOException {
        while (true) {
            Optional<String> read = head(server);
            if (read.isEmpty()) {
                return;
            }
            List<String> lines = read.get().lines().toList();
            int status = Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
            Optional<String> marker =
                    lines.stream().filter(line -> hasName(line, BODY_LENGTH)).findFirst();
            if (marker.isPresent()) {
                client.write(
                        read.get()
                                .replace(marker.get() + "\r\n", "")
                                .getBytes(StandardCharsets.ISO_8859_1));
                copy(server, client, Long.parseLong(marker.get().split(":", 2)[1].strip()));
            } else if (status < 200) {
                client.write(read.get().getBytes(StandardCharsets.ISO_8859_1));
            } else {
                reject(status, client);
                return;
            }
        }
    }

    private static void reject(int status, OutputStream client) throws IOException {
        Response problem =
                EdgeProblem.response(
                        status,
                        "The request is not valid HTTP, or its address is not valid.",
                        EdgeProblem.correlationId(Optional.empty()));
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Rejected\r\n");
        for (Map.Entry<String, String> header : problem.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append("Content-Length: ").append(problem.length());
        head.append("\r\nConnection: close\r\n\r\n");
        client.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        problem.body().transferTo(client);
    }

    /// The status line and the headers of a response; empty at the end of the connection.
    private static Optional<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newLines = 0;
        while (newLines < 2) {
            int b = in.read();
            if (b < 0) {
                if (head.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection ended within a head");
            }
            if (head.size() == MAX_HEAD_BYTES) {
                throw new IOException("a head of more than " + MAX_HEAD_BYTES + " bytes");
            }
            head.write(b);
            if (b == '\n') {
                newLines++;
            } else if (b != '\r') {
                newLines = 0;
            }
        }
        return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean hasName(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[COPY_BYTES];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the connection ended within a body");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
