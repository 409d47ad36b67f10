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

/// Lambda's Runtime API, version 2018-06-01, for one process: gives it one request at a time, and
/// hears how each ended.
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime";
    private static final Pattern END =
            Pattern.compile(ROOT + "/invocation/([^/]+)/(response|error)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String initId;
    private final ApiServer server;
    private final BlockingQueue<Optional<Request>> next = new LinkedBlockingQueue<>();
    private CompletableFuture<Optional<Invocation.Failed>> asked = new CompletableFuture<>();
    private @Nullable Running running;
    private @Nullable String end;

    /// `deadline` is when the process is ended, whether it has answered or not.
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Request(
            String id, byte[] payload, Instant deadline, String functionArn, String traceId) {}

    private record Running(String id, CompletableFuture<Invocation> outcome) {}

    /// @param initId the request that the process is started for
    RuntimeApi(String initId) {
        this.initId = initId;
        server = ApiServer.start(this::answer);
    }

    /// What `AWS_LAMBDA_RUNTIME_API` is set to.
    String hostAndPort() {
        return server.address().getAuthority();
    }

    /// Completed when the process asks for its next request, with why when it never will.
    synchronized CompletableFuture<Optional<Invocation.Failed>> asked() {
        return asked;
    }

    /// Gives the process a request; completed when it ended, by the process's word or with it.
    synchronized CompletableFuture<Invocation> give(Request request) {
        CompletableFuture<Invocation> outcome = new CompletableFuture<>();
        if (end != null) {
            outcome.complete(Errors.exited(end, request.id()));
            return outcome;
        }
        asked = new CompletableFuture<>();
        running = new Running(request.id(), outcome);
        next.add(Optional.of(request));
        return outcome;
    }

    /// The process is no more: nobody need wait for it.
    synchronized void exited(String how) {
        end = how;
        asked.complete(Optional.of(Errors.exited(how, initId)));
        if (running != null) {
            running.outcome().complete(Errors.exited(how, running.id()));
        }
        next.add(Optional.empty());
    }

    private Answer answer(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET " + ROOT + "/invocation/next" -> next();
            case "POST " + ROOT + "/init/error" -> {
                asked().complete(Optional.of(failed(body)));
                yield accepted();
            }
            default -> {
                Matcher ended = END.matcher(path);
                yield ended.matches() && exchange.getRequestMethod().equals("POST")
                        ? ended(
                                ended.group(1),
                                ended.group(2).equals("error")
                                        ? failed(body)
                                        : new Invocation.Answered(body))
                        : error(404, "InvalidRoute", "no such call: " + path);
            }
        };
    }

    private Answer next() throws InterruptedException {
        asked().complete(Optional.empty());
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

    private synchronized Answer ended(String id, Invocation outcome) {
        if (running == null || !running.id().equals(id)) {
            return error(400, "InvalidRequestID", "no such request: " + id);
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
