package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {
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
                                "Batch",
                                """
                                import com.amazonaws.services.lambda.runtime.events.*;
                                public class Batch implements RequestHandler<SQSEvent, SQSBatchResponse> {
                                    public SQSBatchResponse handleRequest(SQSEvent event, Context c) {
                                        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
                                        for (SQSEvent.SQSMessage m : event.getRecords()) {
                                            failures.add(new SQSBatchResponse.BatchItemFailure(m.getMessageId() + " " + m.getEventSourceArn()));
                                        }
                                        return new SQSBatchResponse(failures);
                                    }
                                }""",
                                "Env",
                                """
                                public class Env implements RequestHandler<String, String> {
                                    public String handleRequest(String name, Context context) {
                                        java.util.function.Function<String, String> byReference = System::getenv;
                                        return System.getenv(name) + " " + byReference.apply(name) + " " + System.getenv().get(name);
                                    }
                                }""",
                                "Greeting",
                                """
                                public class Greeting implements RequestHandler<Greeting.Ask, Greeting.Answer> {
                                    public record Answer(String text, int left, String function, int memory) {}
                                    public static class Ask {
                                        private String name;
                                        public String getName() { return name; }
                                        public void setName(String name) { this.name = name; }
                                    }
                                    public Answer handleRequest(Ask ask, Context c) {
                                        return new Answer("hello " + ask.getName(), c.getRemainingTimeInMillis(), c.getFunctionName(), c.getMemoryLimitInMB());
                                    }
                                }""",
                                "Streams",
                                """
                                public class Streams implements RequestStreamHandler {
                                    public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {
                                        System.out.println("out of " + System.getenv("WHO"));
                                        System.err.println("err of " + System.getenv("WHO"));
                                        c.getLogger().log("log of " + System.getenv("WHO"));
                                        in.transferTo(out);
                                    }
                                }""",
                                "Slow",
                                """
                                public class Slow implements RequestHandler<String, String> {
                                    private static int made;
                                    private final int number = ++made;
                                    public String handleRequest(String until, Context c) {
                                        try {
                                            while (!new File(until).exists()) { Thread.sleep(5); }
                                        } catch (InterruptedException e) {
                                            return "interrupted";
                                        }
                                        return "instance " + number;
                                    }
                                }""",
                                "Broken",
                                """
                                public class Broken implements RequestHandler<String, String> {
                                    public Broken() { throw new IllegalStateException("QUEUE_URL is missing"); }
                                    public String handleRequest(String in, Context c) { return in; }
                                }""",
                                "Throwing",
                                """
                                public class Throwing implements RequestHandler<String, String> {
                                    public String handleRequest(String in, Context c) {
                                        if (in.equals("exit")) { System.exit(3); }
                                        throw new IllegalArgumentException("no " + in, new RuntimeException("because"));
                                    }
                                }""",
                                "Sight",
                                """
                                public class Sight implements RequestHandler<String, Boolean> {
                                    public Boolean handleRequest(String name, Context c) {
                                        try {
                                            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                                            return true;
                                        } catch (ClassNotFoundException e) {
                                            return false;
                                        }
                                    }
                                }"""),
                        List.of(jar(SQSEvent.class), jar(Class.forName("org.joda.time.DateTime"))));
    }

    @BeforeEach
    void open() {
        functions = Functions.inThisProcess(data);
    }

    @AfterEach
    void close() {
        functions.close();
    }

    @Test
    void eachFunctionSeesItsOwnEnvironment() {
        add("a", "fn.Env", Map.of("WHO", "a"));
        add("b", "fn.Env", Map.of("WHO", "b"));

        assertThat(answer("a", "\"WHO\"")).isEqualTo("\"a a a\"");
        assertThat(answer("b", "\"WHO\"")).isEqualTo("\"b b b\"");
    }

    @Test
    void functionsDoNotSeeTheProcessEnvironment() {
        add("a", "fn.Env", Map.of());

        assertThat(System.getenv("PATH")).isNotNull();
        assertThat(answer("a", "\"PATH\"")).isEqualTo("\"null null null\"");
    }

    @Test
    void aFunctionKnowsItsName() {
        add("a", "fn.Env", Map.of());

        assertThat(answer("a", "\"AWS_LAMBDA_FUNCTION_NAME\"")).isEqualTo("\"a a a\"");
    }

    @Test
    void aTypedHandlerGetsItsTypesAndTheContext() throws IOException {
        add("greet", "fn.Greeting::handleRequest", Map.of());

        var json = new ObjectMapper().readTree(answer("greet", "{\"name\": \"Ada\"}"));

        assertThat(json.path("text").asText()).isEqualTo("hello Ada");
        assertThat(json.path("function").asText()).isEqualTo("greet");
        assertThat(json.path("memory").asInt()).isEqualTo(256);
        assertThat(json.path("left").asInt()).isBetween(1, 60_000);
    }

    @Test
    void outputGoesToTheFunctionsOwnLog() throws IOException {
        add("a", "fn.Streams", Map.of("WHO", "a"));
        add("b", "fn.Streams", Map.of("WHO", "b"));

        assertThat(answer("a", "{\"x\": 1}")).isEqualTo("{\"x\": 1}");
        answer("b", "{}");

        assertThat(Files.readAllLines(data.resolve("logs/a.log")))
                .containsExactly("out of a", "err of a", "log of a");
        assertThat(Files.readAllLines(data.resolve("logs/b.log"))).contains("out of b");
    }

    @Test
    void aSlowRequestTimesOut() {
        add("slow", "fn.Slow", Map.of(), Duration.ofMillis(200), 1);

        Invocation.Failed failed = failure("slow", "\"/never\"");

        assertThat(failed.errorType()).isEqualTo("Sandbox.Timedout");
        assertThat(failed.message()).isEqualTo("Task timed out after 0.20 seconds");
        assertThat(text(failed.payload())).contains("Task timed out after 0.20 seconds");
    }

    @Test
    void anInstanceIsNotReusedAfterATimeout() throws IOException {
        add("slow", "fn.Slow", Map.of(), Duration.ofSeconds(5), 1);
        Path there = Files.createFile(data.resolve("there"));

        failure("slow", "\"/never\"");

        assertThat(answer("slow", "\"" + there + "\"")).isEqualTo("\"instance 2\"");
        assertThat(answer("slow", "\"" + there + "\"")).isEqualTo("\"instance 2\"");
    }

    @Test
    void requestsAboveTheConcurrencyLimitAreThrottled() throws Exception {
        add("slow", "fn.Slow", Map.of(), Duration.ofMinutes(2), 2);
        Path there = data.resolve("there");
        byte[] payload = bytes("\"" + there + "\"");

        CompletableFuture<Invocation> first = supply(() -> functions.invoke("slow", payload));
        CompletableFuture<Invocation> second = supply(() -> functions.invoke("slow", payload));
        await().atMost(Duration.ofMinutes(1)).until(() -> functions.running("slow") == 2);
        assertThat(functions.invoke("slow", payload)).isInstanceOf(Invocation.Throttled.class);

        Files.createFile(there);
        assertThat(first.get()).isInstanceOf(Invocation.Succeeded.class);
        assertThat(second.get()).isInstanceOf(Invocation.Succeeded.class);
        assertThat(functions.invoke("slow", payload)).isInstanceOf(Invocation.Succeeded.class);
    }

    @Test
    void anExceptionOfTheConstructorIsReturned() throws IOException {
        add("broken", "fn.Broken", Map.of());

        Invocation.Failed failed = failure("broken", "\"x\"");

        assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.message()).isEqualTo("QUEUE_URL is missing");
        assertThat(Files.readString(data.resolve("logs/broken.log")))
                .contains("QUEUE_URL is missing");
    }

    @Test
    void aMissingHandlerClassIsNamed() {
        add("absent", "fn.Absent", Map.of());

        assertThat(failure("absent", "1").message()).contains("fn.Absent");
    }

    @Test
    void anExceptionOfTheHandlerIsReturnedAsErrorJson() throws IOException {
        add("throwing", "fn.Throwing", Map.of());

        Invocation.Failed failed = failure("throwing", "\"luck\"");

        var json = new ObjectMapper().readTree(failed.payload());
        assertThat(json.path("errorType").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(json.path("errorMessage").asText()).isEqualTo("no luck");
        assertThat(json.path("stackTrace").get(0).asText()).startsWith("fn.Throwing.handleRequest");
        assertThat(json.path("cause").path("errorMessage").asText()).isEqualTo("because");
    }

    @Test
    void systemExitDoesNotEndTheSuite() {
        add("throwing", "fn.Throwing", Map.of());

        assertThat(failure("throwing", "\"exit\"").message())
                .isEqualTo("Runtime exited with status 3");
    }

    @Test
    void aFunctionSeesOnlyTheRuntimeInterfaceOfThisProcess() {
        add("sight", "fn.Sight", Map.of());

        assertThat(answer("sight", "\"com.amazonaws.services.lambda.runtime.Context\""))
                .isEqualTo("true");
        assertThat(answer("sight", "\"java.sql.Connection\"")).isEqualTo("true");
        assertThat(answer("sight", "\"com.fasterxml.jackson.databind.ObjectMapper\""))
                .isEqualTo("false");
        assertThat(answer("sight", "\"io.parler.local.lambda.Functions\"")).isEqualTo("false");
    }

    @Test
    void everyFunctionGetsTheEventTypesOfItsOwnArchive() {
        String event =
                """
                {"Records": [{"messageId": "m", "body": "b", "eventSourceARN": "arn:q"}]}""";
        add("a", "fn.Batch", Map.of());
        add("b", "fn.Batch", Map.of());

        String failures = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m arn:q\"}]}";
        assertThat(answer("a", event)).isEqualTo(failures);
        assertThat(answer("b", event)).isEqualTo(failures);
    }

    @Test
    void anUnknownFunctionIsReported() {
        assertThat(functions.invoke("nobody", bytes("{}"))).isInstanceOf(Invocation.Unknown.class);
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
        return switch (functions.invoke(function, bytes(payload))) {
            case Invocation.Succeeded succeeded -> text(succeeded.payload());
            case Invocation.Failed failed -> throw new AssertionError(text(failed.payload()));
            case Invocation other -> throw new AssertionError(other);
        };
    }

    private Invocation.Failed failure(String function, String payload) {
        return (Invocation.Failed) functions.invoke(function, bytes(payload));
    }

    private static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
