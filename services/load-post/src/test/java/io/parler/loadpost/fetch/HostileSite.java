package io.parler.loadpost.fetch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A web server that sends exactly the bytes a test wants.
public final class HostileSite implements Closeable {
    /// Writes the response to one request.
    @FunctionalInterface
    public interface Answer {
        void write(String requestLine, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public HostileSite(Answer answer) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    HostileSite(ServerSocket server, Answer answer) {
        this.server = server;
        this.answer = answer;
        threads.execute(this::accept);
    }

    public static HostileSite saying(String response) throws IOException {
        return new HostileSite(
                (line, out) ->
                        out.write(response.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    static HostileSite answering(String headers, byte[] body) throws IOException {
        return new HostileSite(
                (line, out) -> {
                    say(out, "HTTP/1.1 200 OK\r\n" + headers + "\r\n");
                    out.write(body);
                });
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getLocalPort();
    }

    /// The request lines and headers that were received.
    public List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                requests.add(line);
            }
            requests.add(request);
            answer.write(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception e) {
            requests.add("broken off: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
