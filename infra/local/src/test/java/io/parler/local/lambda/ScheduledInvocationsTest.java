package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledInvocationsTest {
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/clock";

    @TempDir Path built;
    @TempDir Path data;

    @Test
    void aFunctionIsInvokedAgainAndAgainWithTheEventOfEventBridge() throws Exception {
        Path archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Clock",
                                """
                                import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
                                public class Clock implements RequestHandler<ScheduledEvent, String> {
                                    public String handleRequest(ScheduledEvent event, Context c) {
                                        System.out.println(event.getSource() + " " + event.getDetailType() + " " + event.getResources()
                                                + " " + event.getAccount() + " " + event.getRegion() + " " + (event.getTime().getMillis() > 0));
                                        throw new IllegalStateException("also after a failure");
                                    }
                                }"""),
                        List.of(
                                jar(ScheduledEvent.class),
                                jar(Class.forName("org.joda.time.DateTime"))));
        try (Functions functions = Functions.inThisProcess(data)) {
            functions.add(
                    new FunctionSpec(
                            "clock",
                            archive,
                            "fn.Clock",
                            Map.of(),
                            Duration.ofSeconds(60),
                            256,
                            10));
            try (ScheduledInvocations _ =
                    ScheduledInvocations.start(
                            functions,
                            new ScheduledInvocations.Source(
                                    "clock",
                                    RULE,
                                    "us-east-1",
                                    "000000000000",
                                    Duration.ofMillis(20),
                                    Optional.empty()))) {
                await().atMost(Duration.ofMinutes(1)).until(() -> invocations() >= 3);
            }
        }
    }

    @Test
    void anInputIsSentInsteadOfTheEvent() throws Exception {
        Path archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Echo",
                                """
                                public class Echo implements RequestHandler<Map<String, String>, String> {
                                    public String handleRequest(Map<String, String> event, Context c) {
                                        System.out.println("got " + event);
                                        return "";
                                    }
                                }"""));
        try (Functions functions = Functions.inThisProcess(data)) {
            functions.add(
                    new FunctionSpec(
                            "echo", archive, "fn.Echo", Map.of(), Duration.ofSeconds(60), 256, 10));
            try (ScheduledInvocations _ =
                    ScheduledInvocations.start(
                            functions,
                            new ScheduledInvocations.Source(
                                    "echo",
                                    RULE,
                                    "us-east-1",
                                    "000000000000",
                                    Duration.ofMillis(20),
                                    Optional.of("{\"routeKey\": \"GET /\"}")))) {
                Path log = data.resolve("logs/echo.log");
                await().atMost(Duration.ofMinutes(1))
                        .until(
                                () ->
                                        Files.exists(log)
                                                && Files.readString(log)
                                                        .contains("got {routeKey=GET /}"));
            }
        }
    }

    private long invocations() throws IOException {
        Path log = data.resolve("logs/clock.log");
        return Files.exists(log)
                ? Files.readString(log)
                        .lines()
                        .filter(
                                line ->
                                        line.contains(
                                                "aws.events Scheduled Event ["
                                                        + RULE
                                                        + "] 000000000000 us-east-1 true"))
                        .count()
                : 0;
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute), PT1M",
        "rate(5 minutes), PT5M",
        "rate(1 hour), PT1H",
        "rate(7 days), PT168H"
    })
    void aRateIsAPeriod(String expression, Duration period) {
        assertThat(ScheduleRate.parse(expression)).isEqualTo(Optional.of(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minutes)",
                "rate(2 hour)",
                "rate(0 minutes)",
                "rate(-1 days)",
                "cron(* * * * ? *)",
                ""
            })
    void anythingElseIsNone(String expression) {
        assertThat(ScheduleRate.parse(expression)).isEmpty();
    }
}
