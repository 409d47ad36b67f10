package io.parler.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.parler.local.http.ApiServer;
import io.parler.local.http.ApiServer.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lambda's Runtime API, version 2018-06-01, for one process: dispatches one request at a time and
/// receives the results.
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime";
    private static final Pattern RESULT =
            Pattern.compile(ROOT + "/invocation/([^/]+)/(response|error)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String initId;
    private final Runnable onRestore;
    private final ApiServer server;
    private final BlockingQueue<Optional<Request>> next = new LinkedBlockingQueue<>();
    private CompletableFuture<Optional<Invocation.Failed>> polled = new CompletableFuture<>();
    private @Nullable Running running;
    private @Nullable String exitReason;

    /// @param deadline when the process is killed if it has not responded
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(
            String id, byte[] payload, Instant deadline, String functionArn, String traceId) {}

    private record Running(String id, CompletableFuture<Invocation> outcome) {}

    /// @param initId the request that the process is started for
    /// @param onRestore run when a function with SnapStart is primed, before it goes on as an
    ///     instance that starts from its snapshot
    RuntimeApi(String initId, Runnable onRestore) {
        this.initId = initId;
        this.onRestore = onRestore;
        server = ApiServer.start(this::handle);
    }

    /// The value of `AWS_LAMBDA_RUNTIME_API`.
    String hostAndPort() {
        return server.address().getAuthority();
    }

    /// Completed when the process polls for its next request, or with the failure when it never
    /// will.
    synchronized CompletableFuture<Optional<Invocation.Failed>> polled() {
        return polled;
    }

    /// Dispatches a request to the process; completed with its result, or when the process exits.
    synchronized CompletableFuture<Invocation> dispatch(Request request) {
        CompletableFuture<Invocation> outcome = new CompletableFuture<>();
        if (exitReason != null) {
            outcome.complete(LambdaErrors.exited(exitReason, request.id()));
            return outcome;
        }
        polled = new CompletableFuture<>();
        running = new Running(request.id(), outcome);
        next.add(Optional.of(request));
        return outcome;
    }

    /// The process has exited: completes everything that waits for it.
    synchronized void exited(String reason) {
        exitReason = reason;
        polled.complete(Optional.of(LambdaErrors.exited(reason, initId)));
        if (running != null) {
            running.outcome().complete(LambdaErrors.exited(reason, running.id()));
        }
        next.add(Optional.empty());
    }

    private Answer handle(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET " + ROOT + "/invocation/next" -> next();
            case "GET " + ROOT + "/restore/next" -> {
                onRestore.run();
                yield Answer.of(200, "application/json", "{}");
            }
            case "POST " + ROOT + "/init/error", "POST " + ROOT + "/restore/error" -> {
                polled().complete(Optional.of(failed(body)));
                yield accepted();
            }
            default -> {
                Matcher result = RESULT.matcher(path);
                yield result.matches() && exchange.getRequestMethod().equals("POST")
                        ? complete(
                                result.group(1),
                                result.group(2).equals("error")
                                        ? failed(body)
                                        : new Invocation.Succeeded(body))
                        : error(404, "InvalidRoute", "unknown operation: " + path);
            }
        };
    }

    private Answer next() throws InterruptedException {
        polled().complete(Optional.empty());
        return next.take()
                .map(
                        request ->
                                new Answer(
                                        200,
                                        Map.of(
                                                "Content-Type",
                                                "application/json",
                                                "Lambda-Runtime-Aws-Request-Id",
                                                request.id(),
                                                "Lambda-Runtime-Deadline-Ms",
                                                Long.toString(request.deadline().toEpochMilli()),
                                                "Lambda-Runtime-Invoked-Function-Arn",
                                                request.functionArn(),
                                                "Lambda-Runtime-Trace-Id",
                                                request.traceId()),
                                        request.payload()))
                .orElseGet(() -> error(410, "Gone", "the instance has ended"));
    }

    private synchronized Answer complete(String id, Invocation outcome) {
        if (running == null || !running.id().equals(id)) {
            return error(400, "InvalidRequestID", "unknown request: " + id);
        }
        running.outcome().complete(outcome);
        running = null;
        return accepted();
    }

    private static Invocation.Failed failed(byte[] body) throws IOException {
        JsonNode error = JSON.readTree(body);
        return new Invocation.Failed(
                error.path("errorType").asText(), error.path("errorMessage").asText(), body);
    }

    private static Answer accepted() {
        return Answer.of(202, "application/json", "{\"status\":\"OK\"}");
    }

    private static Answer error(int status, String type, String message) {
        return Answer.of(
                status,
                "application/json",
                JSON.createObjectNode()
                        .put("errorType", type)
                        .put("errorMessage", message)
                        .toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
