package io.parler.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// What a command takes for a suite that runs: each path gives the answers it was told to, in
/// order.
final class FakeSuite implements AutoCloseable {
    private final Path data;
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> posted = new ArrayList<>();
    private final List<String> contentTypes = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();

    /// @param isCut whether the connection is closed before the end of the body
    private record Answer(int status, String body, boolean isCut) {}

    private FakeSuite(Path data) throws IOException {
        this.data = data;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
    }

    static FakeSuite start(Path data, String... allow) throws IOException {
        FakeSuite suite = new FakeSuite(data);
        suite.server.start();
        RunningSuite.write(
                data,
                suite.origin(),
                suite.origin(),
                suite.origin(),
                suite.origin(),
                suite.origin(),
                List.of(allow));
        return suite;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void on(String path, int status, String body) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(new Answer(status, body, false));
    }

    /// The connection is lost while the response is read.
    void cut(String path) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(new Answer(200, "{", true));
    }

    /// Forgets the answers that nobody asked for.
    void clear() {
        answers.clear();
    }

    List<String> posted() {
        return posted;
    }

    /// Of the bodies that were posted.
    List<String> contentTypes() {
        return contentTypes;
    }

    /// The addresses that were read, with their queries.
    List<String> asked() {
        return asked;
    }

    /// The keys that came with requests.
    List<String> authorizations() {
        return authorizations;
    }

    /// The exit code of the command with this suite's data.
    int run(StringWriter out, StringWriter err, String command, String... arguments) {
        CommandLine line = ParlerCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(command, "--data", data.toString()));
        all.addAll(List.of(arguments));
        return line.execute(all.toArray(String[]::new));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorizations.addAll(
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(body);
                contentTypes.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            } else {
                asked.add(exchange.getRequestURI().toString());
            }
            Deque<Answer> ready =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
            Answer answer = ready.isEmpty() ? new Answer(404, "{}", false) : ready.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    answer.status(),
                    answer.status() == 204 ? -1 : bytes.length + (answer.isCut() ? 1 : 0));
            exchange.getResponseBody().write(bytes);
            // A client sends a request again by itself if it has received nothing.
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
