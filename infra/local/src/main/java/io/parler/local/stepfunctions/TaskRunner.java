package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Runs the tasks of one execution: invokes a function, and waits for its result or for that of a
/// task token.
final class TaskRunner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final FunctionInvoker functions;
    private final Timer timer;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    TaskRunner(Journal journal, FunctionInvoker functions, Timer timer, InstantSource clock) {
        this.journal = journal;
        this.functions = functions;
        this.timer = timer;
        this.clock = clock;
    }

    /// One attempt of a task.
    ///
    /// @param at its place in the journal
    /// @param waits whether the result is that of its token
    record Task(
            String at,
            Journal.Attempt attempt,
            JsonNode arguments,
            boolean waits,
            Optional<Duration> timeout) {}

    /// The task's result; throws `CancelledException` when the execution is stopped.
    JsonNode run(Task task, Cancellation cancellation) throws StateError {
        CompletableFuture<JsonNode> callback = new CompletableFuture<>();
        if (task.waits()) {
            waiting.put(task.attempt().token(), callback);
            journal.callback(task.attempt().token())
                    .ifPresent(result -> complete(callback, result));
        }
        try {
            return result(task, callback, cancellation);
        } finally {
            waiting.remove(task.attempt().token());
        }
    }

    private JsonNode result(
            Task task, CompletableFuture<JsonNode> callback, Cancellation cancellation)
            throws StateError {
        CompletableFuture<Void> timeout =
                task.timeout()
                        .map(
                                limit ->
                                        timer.after(
                                                Duration.between(
                                                        clock.instant(),
                                                        task.attempt().time().plus(limit))))
                        .orElseGet(CompletableFuture::new);
        if (!callback.isDone() && !journal.isInvoked(task.at())) {
            CompletableFuture<JsonNode> invocation = invoke(task.arguments());
            cancellation.await(invocation, callback, timeout);
            if (invocation.isDone() && !callback.isDone()) {
                JsonNode result = get(invocation);
                if (!task.waits()) {
                    return result;
                }
                journal.invoked(task.at());
            }
        }
        cancellation.await(callback, timeout);
        if (callback.isDone()) {
            return get(callback);
        }
        throw new StateError(StateError.TIMEOUT, "");
    }

    /// Ends a task by its token; false if nothing waits for it any more.
    boolean complete(String token, ObjectNode result) {
        if (!journal.callback(token, result)) {
            return false;
        }
        CompletableFuture<JsonNode> callback = waiting.get(token);
        if (callback != null) { // otherwise the task finds the result in the journal
            complete(callback, result);
        }
        return true;
    }

    private static void complete(CompletableFuture<JsonNode> callback, JsonNode result) {
        if (result.has("error")) {
            callback.completeExceptionally(Journal.error(result));
        } else {
            callback.complete(result.path("output"));
        }
    }

    private CompletableFuture<JsonNode> invoke(JsonNode arguments) {
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                result.complete(invocation(arguments));
                            } catch (Throwable e) {
                                result.completeExceptionally(e);
                            }
                        });
        return result;
    }

    private JsonNode invocation(JsonNode arguments) throws StateError {
        try {
            byte[] payload =
                    functions.invoke(
                            arguments.path("FunctionName").asText(),
                            arguments.path("Payload").toString().getBytes(StandardCharsets.UTF_8));
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("ExecutedVersion", "$LATEST").put("StatusCode", 200);
            return result.set("Payload", JSON.readTree(payload));
        } catch (FunctionInvoker.InvocationException e) {
            throw new StateError(e.error(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StateError(StateError.RUNTIME, "The function's result is not JSON: " + e);
        }
    }

    private static JsonNode get(CompletableFuture<JsonNode> future) throws StateError {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case StateError error -> throw error;
                case RuntimeException error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
