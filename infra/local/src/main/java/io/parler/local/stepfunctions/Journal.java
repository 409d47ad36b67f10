package io.parler.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What has happened in an execution, one JSON object a line, in a file of its own. After a restart
/// the execution runs from its start again, and what the journal has is not repeated. `at` is a
/// place in the run: the scope, the number of the step in it, the state, the attempt.
final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Start start;
    private final Map<String, Transition> transitions = new HashMap<>();
    private final Map<String, StateError> failures = new HashMap<>();
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Map<String, String> placeByToken = new HashMap<>();
    private final Set<String> invoked = new HashSet<>();
    private final Map<String, JsonNode> callbacks = new HashMap<>();
    private @Nullable End end;
    private boolean closed;

    /// How an execution started.
    record Start(String machine, String name, JsonNode input, JsonNode definition, Instant time) {}

    /// How an execution ended. A failure has an error and a cause, a success its output.
    record End(String status, JsonNode output, String error, String cause, Instant time) {}

    /// How a state ended: its output, what it assigned, and the state that is next.
    record Transition(JsonNode output, JsonNode assigned, Optional<String> next) {}

    /// One attempt of a task.
    record Attempt(String token, Instant time) {}

    private Journal(Path file, Start start) {
        this.file = file;
        this.start = start;
    }

    static Journal create(Path file, Start start) {
        Journal journal = new Journal(file, start);
        journal.write(
                line("start")
                        .put("machine", start.machine())
                        .put("name", start.name())
                        .put("time", start.time().toString())
                        .<ObjectNode>set("input", start.input())
                        .set("definition", start.definition()));
        return journal;
    }

    /// Reads a journal. A last line that was not written whole is left out. Empty if not even the
    /// first one was.
    static Optional<Journal> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Optional<JsonNode> first = lines.isEmpty() ? Optional.empty() : parse(lines.getFirst());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        JsonNode start = first.get();
        Journal journal =
                new Journal(
                        file,
                        new Start(
                                start.path("machine").asText(),
                                start.path("name").asText(),
                                start.path("input"),
                                start.path("definition"),
                                Instant.parse(start.path("time").asText())));
        lines.stream().skip(1).map(Journal::parse).flatMap(Optional::stream).forEach(journal::add);
        // Whatever is cut off must not get the next line attached.
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        return Optional.of(journal);
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private void add(JsonNode line) {
        String at = line.path("at").asText();
        switch (line.path("what").asText()) {
            case "transition" ->
                    transitions.put(
                            at,
                            new Transition(
                                    line.path("output"),
                                    line.path("assigned"),
                                    Optional.ofNullable(line.get("next")).map(JsonNode::asText)));
            case "failure" -> failures.put(at, error(line));
            case "attempt" -> {
                String token = line.path("token").asText();
                attempts.put(at, new Attempt(token, Instant.parse(line.path("time").asText())));
                placeByToken.put(token, at);
            }
            case "invoked" -> invoked.add(at);
            case "callback" -> callbacks.put(line.path("token").asText(), line);
            case "end" ->
                    end =
                            new End(
                                    line.path("status").asText(),
                                    line.path("output"),
                                    line.path("error").asText(),
                                    line.path("cause").asText(),
                                    Instant.parse(line.path("time").asText()));
            default -> {}
        }
    }

    Start start() {
        return start;
    }

    synchronized Optional<End> end() {
        return Optional.ofNullable(end);
    }

    synchronized void end(End ended) {
        write(
                line("end")
                        .put("status", ended.status())
                        .put("error", ended.error())
                        .put("cause", ended.cause())
                        .put("time", ended.time().toString())
                        .set("output", ended.output()));
        end = ended;
    }

    synchronized Optional<Transition> transition(String at) {
        return Optional.ofNullable(transitions.get(at));
    }

    synchronized void transition(String at, Transition transition) {
        ObjectNode line = line("transition").put("at", at);
        line.set("output", transition.output());
        line.set("assigned", transition.assigned());
        transition.next().ifPresent(next -> line.put("next", next));
        write(line);
        transitions.put(at, transition);
    }

    synchronized Optional<StateError> failure(String at) {
        return Optional.ofNullable(failures.get(at));
    }

    synchronized void failure(String at, StateError error) {
        if (failures.putIfAbsent(at, error) == null) {
            write(
                    line("failure")
                            .put("at", at)
                            .put("error", error.error())
                            .put("cause", error.cause()));
        }
    }

    /// The attempt at this place, which starts now unless it has started before.
    synchronized Attempt attempt(String at, Instant now) {
        return attempts.computeIfAbsent(
                at,
                place -> {
                    Attempt attempt = new Attempt(UUID.randomUUID().toString(), now);
                    write(
                            line("attempt")
                                    .put("at", at)
                                    .put("token", attempt.token())
                                    .put("time", now.toString()));
                    placeByToken.put(attempt.token(), at);
                    return attempt;
                });
    }

    /// Whether the function of a task was invoked, so that only its token is still waited for.
    synchronized boolean isInvoked(String at) {
        return invoked.contains(at);
    }

    synchronized void invoked(String at) {
        write(line("invoked").put("at", at));
        invoked.add(at);
    }

    /// The result of a task by its token: its `output`, or its `error` and `cause`.
    synchronized Optional<JsonNode> callback(String token) {
        return Optional.ofNullable(callbacks.get(token));
    }

    /// False if the task has ended already, or there is none.
    synchronized boolean callback(String token, ObjectNode result) {
        String at = placeByToken.get(token);
        if (at == null || failures.containsKey(at) || callbacks.containsKey(token)) {
            return false;
        }
        ObjectNode line = line("callback").put("token", token);
        line.setAll(result);
        write(line);
        callbacks.put(token, line);
        return true;
    }

    static StateError error(JsonNode line) {
        return new StateError(line.path("error").asText(), line.path("cause").asText());
    }

    private static ObjectNode line(String what) {
        return JsonNodeFactory.instance.objectNode().put("what", what);
    }

    private synchronized void write(JsonNode line) {
        if (closed) {
            throw new CancelledException();
        }
        try {
            Files.writeString(
                    file,
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing is written from now on: what ends while the suite stops ends again after its start.
    synchronized void close() {
        closed = true;
    }
}
