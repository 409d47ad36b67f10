package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file in the data folder that describes the running suite; other commands find it by this.
record RunningSuite(
        URI origin,
        URI publicOrigin,
        URI queues,
        URI lambda,
        URI parameters,
        long pid,
        List<String> allow) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_TIMEOUT_MS = 1000;

    /// @param publicOrigin the address that the suite gives to others
    static void write(
            Path data,
            URI origin,
            URI publicOrigin,
            URI queues,
            URI lambda,
            URI parameters,
            List<String> allow)
            throws IOException {
        ObjectNode note =
                JSON.createObjectNode()
                        .put("origin", origin.toString())
                        .put("publicOrigin", publicOrigin.toString())
                        .put("queues", queues.toString())
                        .put("lambda", lambda.toString())
                        .put("parameters", parameters.toString())
                        .put("pid", ProcessHandle.current().pid());
        ArrayNode allowed = note.putArray("allow");
        allow.forEach(allowed::add);
        // Others wait for this file, and read it as soon as it is there.
        Path part = file(data).resolveSibling("run.json.part");
        Files.writeString(part, note + System.lineSeparator());
        Files.move(
                part,
                file(data),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException _) {
            // A stale file names a process that has ended, and is ignored.
        }
    }

    /// Empty if there is none, its process has ended, or it doesn't accept connections.
    static Optional<RunningSuite> find(Path data) {
        try {
            JsonNode note = JSON.readTree(Files.readString(file(data)));
            List<String> allow = new ArrayList<>();
            note.path("allow").forEach(allowed -> allow.add(allowed.asText()));
            RunningSuite suite =
                    new RunningSuite(
                            URI.create(note.path("origin").asText()),
                            URI.create(
                                    note.path("publicOrigin").asText(note.path("origin").asText())),
                            URI.create(note.path("queues").asText()),
                            URI.create(note.path("lambda").asText()),
                            URI.create(note.path("parameters").asText()),
                            note.path("pid").asLong(),
                            allow);
            boolean alive = ProcessHandle.of(suite.pid).map(ProcessHandle::isAlive).orElse(false);
            return alive && suite.acceptsConnections() ? Optional.of(suite) : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean acceptsConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(origin.getHost(), origin.getPort()), CONNECT_TIMEOUT_MS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Path file(Path data) {
        return data.resolve("run.json");
    }
}
