package io.parler.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.logging.Correlation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueConsumerTest {
    record Note(String text, @Nullable Integer times) {}

    private final Map<String, Duration> redelivered = new HashMap<>();
    private final Redelivery redelivery =
            (message, delay) -> redelivered.put(message.getMessageId(), delay);

    @Test
    void eachMessageOfABatchFailsForItself() {
        List<String> handled = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) -> {
                            if (event.subject().equals("two")) {
                                throw new IOException("outage");
                            }
                            handled.add(event.subject());
                        },
                        redelivery);

        SQSBatchResponse response =
                consumer.handle(
                        batch(
                                message("m1", note("one"), 1),
                                message("m2", note("two"), 2),
                                message("m3", note("three"), 1)),
                        new Invocation());

        assertThat(handled).containsExactly("one", "three");
        assertThat(failures(response)).containsExactly("m2");
        assertThat(redelivered).containsExactly(Map.entry("m2", Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "hello",
                "{\"specversion\":\"0.3\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\","
                        + "\"subject\":\"s\",\"time\":\"yesterday\",\"data\":{}}"
            })
    void whatIsNoEventIsOnItsShortWayToTheDeadLetters(String body) {
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) -> {
                            throw new AssertionError("handled");
                        },
                        redelivery);

        SQSBatchResponse response =
                consumer.handle(batch(message("m1", body, 1)), new Invocation());

        assertThat(failures(response)).containsExactly("m1");
        assertThat(redelivered).containsEntry("m1", Duration.ofSeconds(1));
    }

    @Test
    void aDeadLetterIsHandledWhateverItHolds() {
        List<String> bodies = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofMessages(delivery -> bodies.add(delivery.body()), redelivery);

        SQSBatchResponse response =
                consumer.handle(batch(message("m1", "not an event", 1)), new Invocation());

        assertThat(bodies).containsExactly("not an event");
        assertThat(failures(response)).isEmpty();
    }

    @Test
    void theEventsCorrelationIdIsThatOfTheWork() {
        List<String> seen = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) -> seen.add(Correlation.current().orElseThrow()),
                        redelivery);

        consumer.handle(batch(message("m1", note("one"), 1)), new Invocation());

        assertThat(seen).containsExactly("trace-1");
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 20", "3, 80", "4, 320", "9, 320"})
    void anOutageIsTriedAgainLaterEachTime(int receiveCount, int seconds) {
        assertThat(QueueConsumer.delay(new IOException("outage"), receiveCount))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anEventIsReadAsItWasWritten() throws Exception {
        CloudEvent event = CloudEvent.parse(note("one"));

        assertThat(CloudEvent.parse(event.json())).isEqualTo(event);
        assertThat(event.data(Note.class)).isEqualTo(new Note("hi", 2));
    }

    @Test
    void dataOfAnotherShapeIsUnreadable() throws Exception {
        CloudEvent event = CloudEvent.parse(note("one").replace("2}", "\"often\"}"));

        assertThatThrownBy(() -> event.data(Note.class)).isInstanceOf(UnreadableEvent.class);
    }

    private static String note(String subject) {
        return CloudEvent.of(
                        "e1",
                        "/parler/test",
                        "note.v1",
                        subject,
                        Instant.parse("2026-11-20T12:00:00Z"),
                        "trace-1",
                        new Note("hi", 2))
                .json();
    }

    private static SQSMessage message(String id, String body, int receiveCount) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receiveCount)));
        return message;
    }

    private static SQSEvent batch(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        return event;
    }

    private static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    /// An invocation as Lambda describes it to a function.
    private static final class Invocation implements Context {
        @Override
        public String getAwsRequestId() {
            return "request-7";
        }

        @Override
        public String getLogGroupName() {
            return "group";
        }

        @Override
        public String getLogStreamName() {
            return "stream";
        }

        @Override
        public String getFunctionName() {
            return "NoteRecorder";
        }

        @Override
        public String getFunctionVersion() {
            return "1";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn:aws:lambda:eu-west-1:123456789012:function:NoteRecorder";
        }

        @Override
        public @Nullable CognitoIdentity getIdentity() {
            return null;
        }

        @Override
        public @Nullable ClientContext getClientContext() {
            return null;
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 1000;
        }

        @Override
        public int getMemoryLimitInMB() {
            return 512;
        }

        @Override
        public @Nullable LambdaLogger getLogger() {
            return null;
        }
    }
}
