package io.parler.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Invokes a function at a fixed rate, with the event that EventBridge sends. The first invocation
/// comes one period after the start. One that fails is logged and not repeated.
public final class ScheduledInvocations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledInvocations.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Functions functions;
    private final Source source;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScheduledInvocations(Functions functions, Source source) {
        this.functions = functions;
        this.source = source;
    }

    /// A rule that invokes a function.
    ///
    /// @param input what the function gets instead of the rule's event
    public record Source(
            String function,
            String ruleArn,
            String region,
            String account,
            Duration rate,
            Optional<String> input) {}

    public static ScheduledInvocations start(Functions functions, Source source) {
        ScheduledInvocations invocations = new ScheduledInvocations(functions, source);
        Thread.ofVirtual().name("schedule-" + source.function()).start(invocations::run);
        return invocations;
    }

    private void run() {
        long next = System.nanoTime();
        try {
            while (true) {
                next += source.rate().toNanos();
                if (closed.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                Thread.ofVirtual().name(source.function()).start(this::invoke);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void invoke() {
        Invocation result = functions.invoke(source.function(), event());
        if (!(result instanceof Invocation.Succeeded)) {
            LOG.warn("the scheduled invocation of {} failed: {}", source.function(), result);
        }
    }

    private byte[] event() {
        return source.input().orElseGet(this::ruleEvent).getBytes(StandardCharsets.UTF_8);
    }

    private String ruleEvent() {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", source.account())
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", source.region());
        event.putArray("resources").add(source.ruleArn());
        event.putObject("detail");
        return event.toString();
    }

    /// Starts no further invocation; a running one may finish.
    @Override
    public void close() {
        closed.countDown();
    }
}
