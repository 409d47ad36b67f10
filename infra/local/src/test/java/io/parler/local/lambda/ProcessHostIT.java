package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Functions in processes of their own, under the real runtime interface client.
@EnabledOnOs(OS.LINUX)
class ProcessHostIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir static Path built;
    @TempDir Path data;

    private static Path archive = Path.of("unset");
    private Functions functions = Functions.inThisProcess(Path.of("unset"));

    @BeforeAll
    static void compile() throws Exception {
        archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Sandbox",
                                """
                                public class Sandbox implements RequestHandler<String, Map<String, Object>> {
                                    public Map<String, Object> handleRequest(String in, Context c) {
                                        System.out.println("out: " + in);
                                        System.err.println("err: " + in);
                                        c.getLogger().log("log: " + in + "\\n");
                                        return Map.of(
                                                "pid", ProcessHandle.current().pid(),
                                                "environment", System.getenv(),
                                                "folder", System.getProperty("user.dir"),
                                                "classPath", System.getProperty("java.class.path"),
                                                "function", c.getFunctionName(),
                                                "arn", c.getInvokedFunctionArn(),
                                                "requestId", c.getAwsRequestId(),
                                                "heap", Runtime.getRuntime().maxMemory(),
                                                "left", c.getRemainingTimeInMillis());
                                    }
                                }""",
                                "Ending",
                                """
                                public class Ending implements RequestHandler<String, Long> {
                                    public Long handleRequest(String how, Context c) {
                                        switch (how) {
                                            case "throw" -> throw new IllegalArgumentException("no luck");
                                            case "exit" -> System.exit(3);
                                            case "leave" -> Runtime.getRuntime().halt(0);
                                            case "memory" -> { List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 24]); } }
                                            default -> {}
                                        }
                                        return ProcessHandle.current().pid();
                                    }
                                }""",
                                "Slow",
                                """
                                public class Slow implements RequestHandler<String, Long> {
                                    public Long handleRequest(String until, Context c) {
                                        try {
                                            new File(until + "." + ProcessHandle.current().pid()).createNewFile();
                                            while (!new File(until).exists()) { Thread.sleep(5); }
                                        } catch (IOException | InterruptedException e) {
                                            throw new IllegalStateException(e);
                                        }
                                        return ProcessHandle.current().pid();
                                    }
                                }""",
                                "Broken",
                                """
                                public class Broken implements RequestHandler<String, String> {
                                    public Broken() { throw new IllegalStateException("QUEUE_URL is missing"); }
                                    public String handleRequest(String in, Context c) { return in; }
                                }""",
                                "Stillborn",
                                """
                                public class Stillborn implements RequestHandler<String, String> {
                                    static { System.out.println("last words"); System.exit(7); }
                                    public String handleRequest(String in, Context c) { return in; }
                                }"""));
    }

    @BeforeEach
    void open() {
        functions = Functions.inProcesses(data);
    }

    @AfterEach
    void close() {
        functions.close();
    }

    @Test
    void aProcessHasTheEnvironmentFolderAndMemoryOfItsTemplateOnly() throws IOException {
        add("a", "fn.Sandbox", Map.of("WHO", "a", "AWS_REGION", "us-east-1"));

        JsonNode seen = json(answer("a", "\"hello\""));

        JsonNode environment = seen.path("environment");
        assertThat(environment.path("WHO").asText()).isEqualTo("a");
        assertThat(environment.path("_HANDLER").asText()).isEqualTo("fn.Sandbox");
        assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("a");
        assertThat(environment.path("AWS_LAMBDA_RUNTIME_API").asText()).startsWith("127.0.0.1:");
        assertThat(environment.path("LAMBDA_TASK_ROOT")).isEqualTo(seen.path("folder"));
        assertThat(System.getenv()).containsKey("PATH");
        assertThat(environment.has("PATH")).isFalse();
        assertThat(Path.of(seen.path("folder").asText(), "fn", "Sandbox.class")).exists();
        assertThat(seen.path("classPath").asText()).doesNotContain("jackson", "local");
        assertThat(seen.path("function").asText()).isEqualTo("a");
        assertThat(seen.path("arn").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:a");
        assertThat(seen.path("heap").asLong()).isLessThan(256L << 20);
        assertThat(seen.path("left").asInt()).isBetween(1, 60_000);
    }

    @Test
    void outputGoesToTheFunctionsOwnLog() {
        add("a", "fn.Sandbox", Map.of());

        answer("a", "\"x\"");

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () ->
                                assertThat(data.resolve("logs/a.log"))
                                        .content()
                                        .contains("out: x\n", "err: x\n", "log: x\n"));
    }

    @Test
    void aProcessIsReusedForTheNextRequest() {
        add("a", "fn.Ending", Map.of());

        String first = answer("a", "\"go\"");

        assertThat(answer("a", "\"go\"")).isEqualTo(first);
        assertThat(Long.parseLong(first)).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void concurrentRequestsHaveAProcessEachUpToTheLimit() throws IOException {
        add("slow", "fn.Slow", Map.of(), Duration.ofMinutes(2), 2);
        Path gate = data.resolve("gate");

        CompletableFuture<String> first = supply(gate);
        CompletableFuture<String> second = supply(gate);
        await().atMost(TIMEOUT).until(() -> waitingAt(gate).size() == 2);
        assertThat(functions.running("slow")).isEqualTo(2);
        assertThat(functions.invoke("slow", quoted(gate))).isInstanceOf(Invocation.Throttled.class);

        Files.createFile(gate);
        assertThat(first.join()).isNotEqualTo(second.join());
    }

    @Test
    void anExceptionOfTheHandlerIsReturnedAndTheProcessGoesOn() throws IOException {
        add("a", "fn.Ending", Map.of());
        String before = answer("a", "\"go\"");

        Invocation.Failed failed = failure("a", "throw");

        JsonNode error = json(text(failed.payload()));
        assertThat(failed.errorType()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(failed.message()).isEqualTo("no luck");
        assertThat(error.path("stackTrace").get(0).asText()).startsWith("fn.Ending.handleRequest");
        assertThat(answer("a", "\"go\"")).isEqualTo(before);
    }

    @Test
    void aSlowProcessIsKilledAndTheNextRequestGetsANewOne() throws IOException {
        add("slow", "fn.Slow", Map.of(), Duration.ofSeconds(10), 1);
        Path never = data.resolve("never");
        Path now = Files.createFile(data.resolve("now"));

        Invocation.Failed failed = (Invocation.Failed) functions.invoke("slow", quoted(never));

        assertThat(failed.message()).isEqualTo("Task timed out after 10.00 seconds");
        long pid = waitingAt(never).getFirst();
        await().atMost(TIMEOUT).until(() -> ProcessHandle.of(pid).isEmpty());
        assertThat(answer("slow", text(quoted(now)))).isNotEqualTo(Long.toString(pid));
        assertThat(data.resolve("logs/slow.log")).content().contains("Task timed out");
    }

    @Test
    void anExitOfTheProcessFailsOnlyItsRequest() {
        add("a", "fn.Ending", Map.of());

        assertThat(failure("a", "exit").errorType()).isEqualTo("Runtime.ExitError");
        assertThat(failure("a", "exit").message())
                .isEqualTo("Runtime exited with error: exit status 3");
        assertThat(failure("a", "leave").message())
                .isEqualTo("Runtime exited without providing a reason");
        assertThat(answer("a", "\"go\"")).isNotEmpty();
    }

    @Test
    void aKilledProcessFailsItsRequestWithLambdasMessage() {
        add("slow", "fn.Slow", Map.of());
        Path gate = data.resolve("gate");

        CompletableFuture<Invocation> request =
                CompletableFuture.supplyAsync(() -> functions.invoke("slow", quoted(gate)));
        await().atMost(TIMEOUT).until(() -> waitingAt(gate).size() == 1);
        ProcessHandle.of(waitingAt(gate).getFirst()).orElseThrow().destroyForcibly();

        Invocation.Failed failed = (Invocation.Failed) request.join();
        assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
        assertThat(failed.message()).isEqualTo("Runtime exited with error: signal: killed");
        assertThat(text(failed.payload())).contains("RequestId: ");
    }

    @Test
    void aProcessThatDiedWhileIdleIsNotReused() {
        add("a", "fn.Ending", Map.of());
        long first = Long.parseLong(answer("a", "\"go\""));

        ProcessHandle idle = ProcessHandle.of(first).orElseThrow();
        idle.destroyForcibly();
        idle.onExit().join();

        assertThat(answer("a", "\"go\"")).isNotEqualTo(Long.toString(first));
    }

    @Test
    void memoryIsLimitedByTheTemplateAndAProcessOutOfMemoryIsReplaced() {
        add("a", "fn.Ending", Map.of());
        String before = answer("a", "\"go\"");

        assertThat(failure("a", "memory").errorType()).isEqualTo("java.lang.OutOfMemoryError");
        assertThat(answer("a", "\"go\"")).isNotEqualTo(before);
    }

    @Test
    void anExceptionOfTheConstructorIsReturned() {
        add("broken", "fn.Broken", Map.of());

        Invocation.Failed failed = failure("broken", "x");

        assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.message()).isEqualTo("QUEUE_URL is missing");
        assertThat(data.resolve("logs/broken.log")).content().contains("QUEUE_URL is missing");
    }

    @Test
    void aProcessThatExitsDuringInitIsReportedAndItsOutputLogged() {
        add("stillborn", "fn.Stillborn", Map.of());

        Invocation.Failed failed = failure("stillborn", "x");

        assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
        assertThat(failed.message()).isEqualTo("Runtime exited with error: exit status 7");
        assertThat(data.resolve("logs/stillborn.log")).content().startsWith("last words\n");
    }

    @Test
    void aMissingHandlerClassIsNamed() {
        add("absent", "fn.Absent", Map.of());

        assertThat(failure("absent", "x").message()).contains("fn.Absent");
    }

    @Test
    void closingStopsEveryProcess() {
        add("a", "fn.Ending", Map.of());
        add("slow", "fn.Slow", Map.of());
        Path gate = data.resolve("gate");
        long idle = Long.parseLong(answer("a", "\"go\""));
        CompletableFuture<Invocation> request =
                CompletableFuture.supplyAsync(() -> functions.invoke("slow", quoted(gate)));
        await().atMost(TIMEOUT).until(() -> waitingAt(gate).size() == 1);

        functions.close();

        assertThat(request.join()).isInstanceOf(Invocation.Failed.class);
        for (long pid : List.of(idle, waitingAt(gate).getFirst())) {
            await().atMost(TIMEOUT).until(() -> ProcessHandle.of(pid).isEmpty());
        }
    }

    private void add(String name, String handler, Map<String, String> environment) {
        add(name, handler, environment, Duration.ofMinutes(1), 4);
    }

    private void add(
            String name,
            String handler,
            Map<String, String> environment,
            Duration timeout,
            int concurrency) {
        functions.add(
                new FunctionSpec(name, archive, handler, environment, timeout, 256, concurrency));
    }

    private String answer(String function, String payload) {
        return switch (functions.invoke(function, payload.getBytes(StandardCharsets.UTF_8))) {
            case Invocation.Succeeded succeeded -> text(succeeded.payload());
            case Invocation.Failed failed -> throw new AssertionError(text(failed.payload()));
            case Invocation other -> throw new AssertionError(other);
        };
    }

    private Invocation.Failed failure(String function, String payload) {
        return (Invocation.Failed)
                functions.invoke(
                        function, ("\"" + payload + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<String> supply(Path gate) {
        return CompletableFuture.supplyAsync(
                () -> answer("slow", text(quoted(gate))), task -> Thread.ofVirtual().start(task));
    }

    /// The ids of the processes with a request that waits for this file.
    private static List<Long> waitingAt(Path gate) {
        String prefix = gate.getFileName() + ".";
        try (Stream<Path> files = Files.list(gate.resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> Long.parseLong(name.substring(prefix.length())))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] quoted(Path path) {
        return ("\"" + path + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
