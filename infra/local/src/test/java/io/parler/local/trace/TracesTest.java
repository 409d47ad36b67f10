package io.parler.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper json = new ObjectMapper();
    private Instant now = NOON;
    private final Traces traces = new Traces(() -> now);
    private final TracePages pages = new TracePages(traces);

    @Test
    void invocationsWithOneCorrelationIdAreOneTrace() throws IOException {
        invoke("shop-Gate", "r1", "c1", 10, "");
        invoke("shop-Orders", "r2", "c1", 20, ",\"route\":\"POST /orders\",\"orderId\":\"o7\"");
        invoke("shop-Other", "r3", "c2", 5, "");
        invoke("shop-Recorder", "r4", "c1", 30, "");

        JsonNode trace = get("/traces/c1", Map.of());
        assertThat(trace.path("title").asText()).isEqualTo("POST /orders");
        assertThat(trace.at("/ids/orderId").asText()).isEqualTo("o7");
        assertThat(trace.path("start").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(trace.path("end").asText()).isEqualTo("2026-03-01T12:00:00.065Z");
        assertThat(trace.path("invocations").findValuesAsText("function"))
                .containsExactly("shop-Gate", "shop-Orders", "shop-Recorder");
        assertThat(trace.at("/invocations/1/entries/0/message").asText()).isEqualTo("done");
        assertThat(trace.at("/invocations/1/entries/0/fields/orderId").asText()).isEqualTo("o7");
    }

    @Test
    void anInvocationBelongsToTheTraceOfEachMessageOfItsBatch() throws IOException {
        traces.started("Recorder", "r1", EVENT);
        traces.logged("Recorder", line("r1", "c1", "INFO", "first", ""));
        traces.logged("Recorder", line("r1", "c2", "INFO", "second", ""));
        traces.ended("Recorder", "r1", null);

        assertThat(get("/traces/c1", Map.of()).findValuesAsText("message"))
                .containsExactly("first");
        assertThat(get("/traces/c2", Map.of()).findValuesAsText("message"))
                .containsExactly("second");
    }

    @Test
    void aTraceHasNoEndWhileOneOfItsInvocationsRuns() throws IOException {
        traces.started("Worker", "r1", EVENT);
        traces.logged("Worker", line("r1", "c1", "INFO", "begun", ""));

        assertThat(get("/traces/c1", Map.of()).path("end").isNull()).isTrue();

        traces.ended("Worker", "r1", null);
        assertThat(get("/traces/c1", Map.of()).path("end").isNull()).isFalse();
    }

    @Test
    void aFunctionMayNameTheRequestIdOfApiGatewayThatItsAuthorizerHasToo() throws IOException {
        byte[] event =
                "{\"headers\":{\"requestContext\":\"no\"},\"requestContext\":{\"requestId\":\"g1\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        traces.started("Gate", "r1", event);
        traces.logged("Gate", line("g1", "c1", "INFO", "allowed", ""));
        traces.started("Orders", "r2", event);
        traces.logged("Orders", line("g1", "c2", "INFO", "answered", ""));

        assertThat(get("/traces/c1", Map.of()).at("/invocations/0/requestId").asText())
                .isEqualTo("r1");
        assertThat(get("/traces/c2", Map.of()).at("/invocations/0/requestId").asText())
                .isEqualTo("r2");
    }

    @Test
    void anErrorOfTheFunctionOrInItsLogFailsTheTrace() throws IOException {
        traces.started("Worker", "r1", EVENT);
        traces.logged("Worker", line("r1", "c1", "INFO", "begun", ""));
        traces.ended("Worker", "r1", "Task timed out");
        traces.started("Worker", "r2", EVENT);
        traces.logged("Worker", line("r2", "c2", "ERROR", "no answer", ""));
        traces.ended("Worker", "r2", null);
        invoke("Worker", "r3", "c3", 1, "");

        assertThat(get("/traces/c1", Map.of()).at("/invocations/0/failure").asText())
                .isEqualTo("Task timed out");
        assertThat(get("/traces", Map.of("all", "")).findValuesAsText("failed"))
                .containsExactlyInAnyOrder("true", "true", "false");
    }

    @Test
    void theListHasTheTracesOfSeveralFunctionsNewestFirstAndAllOnRequest() throws IOException {
        for (String trace : new String[] {"old", "new"}) {
            for (String function : new String[] {"A", "B"}) {
                invoke(function, trace + function, trace, 1, "");
            }
        }
        invoke("A", "r", "short", 1, ",\"path\":\"/needle/7\"");

        assertThat(get("/traces", Map.of()).findValuesAsText("id")).containsExactly("new", "old");
        assertThat(get("/traces", Map.of("all", "")).findValuesAsText("id"))
                .containsExactly("short", "new", "old");
        assertThat(get("/traces", Map.of("text", "needle")).findValuesAsText("id"))
                .containsExactly("short");
        assertThat(get("/traces", Map.of("text", "nowhere"))).isEmpty();
    }

    @Test
    void onlyTheLatestInvocationsAreKept() throws IOException {
        for (int i = 0; i <= 2_000; i++) {
            invoke("A", "r" + i, "c" + i, 1, "");
        }

        assertThat(pages.get("/_local/traces/c0", Map.of())).isEmpty();
        assertThat(pages.get("/_local/traces/c1", Map.of())).isPresent();
    }

    @Test
    void linesThatAreNotOfARequestAreIgnored() throws IOException {
        traces.started("A", "r1", EVENT);
        traces.logged("A", "Picked up an option");
        traces.logged("A", "{\"requestId\":\"r1\",");
        traces.logged("A", "{\"_aws\":{},\"requestId\":\"r1\"}");
        traces.logged("A", line("unknown", "c1", "INFO", "late", ""));

        assertThat(get("/traces", Map.of("all", ""))).isEmpty();
    }

    @Test
    void thePageIsThereWithWhatItLoadsAndNothingElse() throws IOException {
        for (String path : new String[] {"/_local", "/_local/", "/_local/traces.js"}) {
            assertThat(pages.get(path, Map.of())).as(path).isPresent();
        }
        for (String path : new String[] {"/_local/Traces.class", "/_local/traces/none"}) {
            assertThat(pages.get(path, Map.of())).as(path).isEmpty();
        }
    }

    private void invoke(
            String function, String requestId, String correlationId, int ms, String fields) {
        traces.started(function, requestId, EVENT);
        traces.logged(function, line(requestId, correlationId, "INFO", "done", fields));
        now = now.plusMillis(ms);
        traces.ended(function, requestId, null);
    }

    private String line(
            String requestId, String correlationId, String level, String message, String fields) {
        return "{\"timestamp\":\""
                + now
                + "\",\"level\":\""
                + level
                + "\",\"requestId\":\""
                + requestId
                + "\",\"correlationId\":\""
                + correlationId
                + "\",\"message\":\""
                + message
                + "\""
                + fields
                + "}";
    }

    private JsonNode get(String path, Map<String, String> query) throws IOException {
        return json.readTree(pages.get("/_local" + path, query).orElseThrow().body());
    }
}
