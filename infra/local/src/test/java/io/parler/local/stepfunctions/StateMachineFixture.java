package io.parler.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// A state machine that runs in a test, with functions that the test defines, and AWS's own client.
/// Durations pass at once unless the test holds them.
final class StateMachineFixture implements AutoCloseable {
    static final String ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:machine";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String definition;
    private final Map<String, FakeFunction> functions = new ConcurrentHashMap<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile boolean timePasses = true;
    private StepFunctionsServer server;
    private SfnClient client;

    /// A function of a test.
    @FunctionalInterface
    interface FakeFunction {
        String answer(JsonNode payload) throws FunctionInvoker.InvocationException;
    }

    StateMachineFixture(Path folder, String states) {
        this.folder = folder;
        this.definition = "{\"QueryLanguage\": \"JSONata\", " + states.replace('\'', '"') + "}";
        this.server = StepFunctionsServer.start(folder, this::after, InstantSource.system());
        this.client = client(server.address());
    }

    private CompletableFuture<Void> after(Duration duration) {
        pauses.add(duration);
        return timePasses ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    StateMachineFixture function(String name, FakeFunction function) {
        functions.put(name, function);
        return this;
    }

    StateMachineFixture withoutTime() {
        timePasses = false;
        return this;
    }

    StateMachineFixture add() {
        server.add(new StateMachine("machine", ARN, json(definition), this::invoke));
        return this;
    }

    private byte[] invoke(String arn, byte[] payload) throws FunctionInvoker.InvocationException {
        FakeFunction function = functions.get(arn);
        if (function == null) {
            throw new FunctionInvoker.InvocationException("Lambda.Unknown", "no function " + arn);
        }
        try {
            return function.answer(JSON.readTree(payload)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ends the process without a word, as kill -9 does, and starts it again.
    void restart() {
        close();
        server = StepFunctionsServer.start(folder, this::after, InstantSource.system());
        client = client(server.address());
        add();
    }

    SfnClient client() {
        return client;
    }

    String start(String input) {
        return client.startExecution(
                        b -> b.stateMachineArn(ARN).name("run").input(input.replace('\'', '"')))
                .executionArn();
    }

    /// Runs an execution to its end.
    DescribeExecutionResponse run(String input) {
        return ended(start(input));
    }

    DescribeExecutionResponse ended(String execution) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> describe(execution).status() != ExecutionStatus.RUNNING);
        return describe(execution);
    }

    DescribeExecutionResponse describe(String execution) {
        return client.describeExecution(b -> b.executionArn(execution));
    }

    List<Duration> pauses() {
        return pauses;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static SfnClient client(URI address) {
        return SfnClient.builder()
                .endpointOverride(address)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
