package io.parler.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class JsonLogTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final LogLine line =
            LogLine.ofFunction(
                    Map.of("SERVICE_NAME", "status", "AWS_LAMBDA_FUNCTION_NAME", "StatusApi"),
                    NOON);
    private final Logger log = JsonLoggers.writingTo(out, line, Level.INFO).getLogger("a.b.C");

    @Test
    void anEventIsOneLineWithItsIdsAndKeyValues() throws Exception {
        try (LogContext _ = LogContext.open("request-1", "trace-1")) {
            log.atInfo().addKeyValue("bytes", 12L).addKeyValue("id", "x").log("stored {}", "y");
        }

        JsonNode event = onlyLine();
        assertThat(event.get("timestamp").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(event.get("level").asText()).isEqualTo("INFO");
        assertThat(event.get("service").asText()).isEqualTo("status");
        assertThat(event.get("function").asText()).isEqualTo("StatusApi");
        assertThat(event.get("requestId").asText()).isEqualTo("request-1");
        assertThat(event.get("correlationId").asText()).isEqualTo("trace-1");
        assertThat(event.get("logger").asText()).isEqualTo("a.b.C");
        assertThat(event.get("message").asText()).isEqualTo("stored y");
        assertThat(event.get("bytes").asLong()).isEqualTo(12);
        assertThat(event.get("id").asText()).isEqualTo("x");
    }

    @Test
    void aTracedInvocationsLinesHaveTheTracesId() throws Exception {
        System.setProperty(
                LogLine.TRACE_HEADER, "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        try {
            log.info("stored");
        } finally {
            System.clearProperty(LogLine.TRACE_HEADER);
        }

        assertThat(onlyLine().get("traceId").asText())
                .isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
    }

    @Test
    void aLineWithoutATraceHasNoneOfIt() throws Exception {
        log.info("stored");

        assertThat(onlyLine().has("traceId")).isFalse();
    }

    @Test
    void lineBreaksInAMessageCantForgeASecondLine() throws Exception {
        log.warn("one\n{\"level\":\"INFO\"}");

        assertThat(onlyLine().get("message").asText()).contains("\n");
    }

    @Test
    void anErrorHasItsTypeMessageAndStack() throws Exception {
        log.error("failed", new IllegalStateException("no luck"));

        JsonNode error = onlyLine().get("error");
        assertThat(error.get("type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.get("message").asText()).isEqualTo("no luck");
        assertThat(error.get("stack").asText()).contains("anErrorHasItsTypeMessageAndStack");
    }

    @Test
    void whatIsBelowTheThresholdIsNotWritten() {
        log.debug("quiet");
        log.atDebug().log("quiet");

        assertThat(written.size()).isZero();
    }

    @Test
    void theLevelIsLambdas() {
        assertThat(JsonLoggingProvider.level("FATAL")).isEqualTo(Level.ERROR);
        assertThat(JsonLoggingProvider.level("TRACE")).isEqualTo(Level.TRACE);
        assertThat(JsonLoggingProvider.level(null)).isEqualTo(Level.INFO);
    }

    @Test
    void slf4jFindsTheProvider() {
        assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(JsonLoggers.class);
    }

    @Test
    void idsEndWithTheirContext() {
        try (LogContext _ = LogContext.open("r1", "c1")) {
            try (LogContext _ = LogContext.open("r2", "c2")) {
                assertThat(Correlation.current()).contains("c2");
            }
            assertThat(Correlation.current()).contains("c1");
        }
        assertThat(Correlation.current()).isEmpty();
    }

    @Test
    void aCallersIdIsTakenOnlyWhereItIsHarmless() {
        assertThat(Correlation.acceptOrCreate("trace-1")).isEqualTo("trace-1");
        assertThat(Correlation.acceptOrCreate("a\r\nSet-Cookie: x")).doesNotContain("Set-Cookie");
        assertThat(Correlation.acceptOrCreate("x".repeat(129))).hasSize(36);
        assertThat(Correlation.acceptOrCreate(null)).hasSize(36);
    }

    @Test
    void aMetricIsALineCloudWatchReads() throws Exception {
        new Metrics(out, Map.of("STAGE", "dev", "SERVICE_NAME", "status"), NOON)
                .write("EventsRecorded", "Count", 3, Map.of("Engine", "neural"));

        JsonNode metric = onlyLine();
        assertThat(metric.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Parler");
        assertThat(metric.at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
                .isEqualTo("[[\"Stage\",\"Service\",\"Engine\"]]");
        assertThat(metric.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                .isEqualTo("EventsRecorded");
        assertThat(metric.get("Stage").asText()).isEqualTo("dev");
        assertThat(metric.get("Service").asText()).isEqualTo("status");
        assertThat(metric.get("Engine").asText()).isEqualTo("neural");
        assertThat(metric.get("EventsRecorded").asLong()).isEqualTo(3);
    }

    private JsonNode onlyLine() throws Exception {
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        return new ObjectMapper().readTree(text);
    }
}
