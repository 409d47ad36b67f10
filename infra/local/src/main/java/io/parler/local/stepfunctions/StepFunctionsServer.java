package io.parler.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.parler.local.http.ApiServer;
import io.parler.local.http.ApiServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// The API of Step Functions: starts, stops and describes executions, and takes the results of
/// tasks by their tokens.
public final class StepFunctionsServer implements AutoCloseable {
    private static final String TARGET = "AWSStepFunctions.";
    private static final String MEDIA_TYPE = "application/x-amz-json-1.0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Executions executions;
    private final ApiServer server;

    private StepFunctionsServer(Executions executions) {
        this.executions = executions;
        this.server = ApiServer.start(this::answer);
    }

    /// Starts on a free port of 127.0.0.1; state machines are added later.
    ///
    /// @param folder for the journals of executions
    public static StepFunctionsServer start(Path folder) {
        return start(folder, Timer.ofTheSystem(), InstantSource.system());
    }

    static StepFunctionsServer start(Path folder, Timer timer, InstantSource clock) {
        return new StepFunctionsServer(new Executions(folder, timer, clock));
    }

    public URI address() {
        return server.address();
    }

    /// Adds a state machine, and continues its executions.
    public void add(StateMachine machine) {
        executions.add(machine);
    }

    private Answer answer(HttpExchange request, byte[] body) throws IOException {
        String target =
                Optional.ofNullable(request.getRequestHeaders().getFirst("X-Amz-Target"))
                        .orElse("");
        if (!target.startsWith(TARGET)) {
            return error("UnknownOperationException", "unknown AWS action");
        }
        JsonNode input = JSON.readTree(body);
        try {
            ObjectNode response =
                    switch (target.substring(TARGET.length())) {
                        case "StartExecution" -> startExecution(input);
                        case "StopExecution" -> stopExecution(input);
                        case "DescribeExecution" -> describeExecution(input);
                        case "SendTaskSuccess" -> sendTaskSuccess(input);
                        case "SendTaskFailure" -> sendTaskFailure(input);
                        default ->
                                throw new StepFunctionsException(
                                        "UnknownOperationException",
                                        "states:"
                                                + target.substring(TARGET.length())
                                                + " is not supported here");
                    };
            return Answer.of(200, MEDIA_TYPE, response.toString());
        } catch (StepFunctionsException e) {
            return error(e.type(), String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode startExecution(JsonNode request) throws StepFunctionsException {
        Execution execution =
                executions.start(
                        request.path("stateMachineArn").asText(),
                        request.path("name").asText(UUID.randomUUID().toString()),
                        json(request.path("input").asText("{}"), "InvalidExecutionInput"));
        return object().put("executionArn", execution.arn())
                .put("startDate", seconds(execution.start().time()));
    }

    private ObjectNode stopExecution(JsonNode request) throws StepFunctionsException {
        Execution execution = executions.get(request.path("executionArn").asText());
        execution.stop(request.path("error").asText(), request.path("cause").asText());
        return object().put("stopDate", seconds(execution.end().orElseThrow().time()));
    }

    private ObjectNode describeExecution(JsonNode request) throws StepFunctionsException {
        Execution execution = executions.get(request.path("executionArn").asText());
        Journal.Start start = execution.start();
        ObjectNode response =
                object().put("executionArn", execution.arn())
                        .put("stateMachineArn", start.machine())
                        .put("name", start.name())
                        .put("status", "RUNNING")
                        .put("startDate", seconds(start.time()))
                        .put("input", start.input().toString());
        execution
                .end()
                .ifPresent(
                        end -> {
                            response.put("status", end.status())
                                    .put("stopDate", seconds(end.time()));
                            if (end.status().equals("SUCCEEDED")) {
                                response.put("output", end.output().toString());
                            } else {
                                response.put("error", end.error()).put("cause", end.cause());
                            }
                        });
        return response;
    }

    private ObjectNode sendTaskSuccess(JsonNode request) throws StepFunctionsException {
        ObjectNode result = object();
        result.set("output", json(request.path("output").asText(), "InvalidOutput"));
        executions.complete(request.path("taskToken").asText(), result);
        return object();
    }

    private ObjectNode sendTaskFailure(JsonNode request) throws StepFunctionsException {
        executions.complete(
                request.path("taskToken").asText(),
                object().put("error", request.path("error").asText())
                        .put("cause", request.path("cause").asText()));
        return object();
    }

    private static JsonNode json(String text, String error) throws StepFunctionsException {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // as if it were empty
        }
        throw new StepFunctionsException(error, "not JSON: '" + text + "'");
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Answer error(String type, String message) {
        return Answer.of(
                400, MEDIA_TYPE, object().put("__type", type).put("message", message).toString());
    }

    /// Ends the work of executions, which go on after the next start.
    public void suspend() {
        executions.suspend();
    }

    @Override
    public void close() {
        suspend();
        server.close();
    }
}
