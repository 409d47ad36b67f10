package io.parler.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.logging.Correlation;
import io.parler.testing.LambdaContext;
import io.parler.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
                        new LambdaContext());

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
                consumer.handle(batch(message("m1", body, 1)), new LambdaContext());

        assertThat(failures(response)).containsExactly("m1");
        assertThat(redelivered).containsEntry("m1", Duration.ofSeconds(1));
    }

    @Test
    void whatIsLeftWhenTheTimeIsUpIsReturnedAndSoonDeliveredAgain() {
        AtomicLong nanos = new AtomicLong();
        List<String> handled = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) -> {
                            handled.add(event.subject());
                            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
                        },
                        redelivery,
                        nanos::get);
        SQSMessage[] messages = new SQSMessage[10];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message("m" + i, note("n" + i), 1);
        }

        SQSBatchResponse response =
                consumer.handle(batch(messages), new LambdaContext(Duration.ofSeconds(30)));

        assertThat(handled).containsExactly("n0", "n1", "n2", "n3", "n4");
        assertThat(failures(response)).containsExactly("m5", "m6", "m7", "m8", "m9");
        assertThat(redelivered).hasSize(5).containsEntry("m9", Duration.ofSeconds(5));
    }

    @Test
    void aHandlerHasTheFunctionsDeadlineLessAReserve() {
        List<Duration> remaining = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) ->
                                remaining.add(Deadline.current().orElseThrow().remaining()),
                        redelivery,
                        () -> 0);

        consumer.handle(
                batch(message("m1", note("one"), 1)), new LambdaContext(Duration.ofSeconds(30)));

        assertThat(remaining).containsExactly(Duration.ofMillis(27_500));
    }

    @Test
    void aRedeliveryThatFailsDoesNotFailTheBatch() {
        List<String> handled = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofEvents(
                        (event, delivery) -> {
                            handled.add(event.subject());
                            if (event.subject().equals("one")) {
                                throw new IOException("outage");
                            }
                        },
                        (message, delay) -> {
                            throw new IllegalStateException("SQS is away too");
                        });

        SQSBatchResponse response =
                consumer.handle(
                        batch(message("m1", note("one"), 1), message("m2", note("two"), 1)),
                        new LambdaContext());

        assertThat(handled).containsExactly("one", "two");
        assertThat(failures(response)).containsExactly("m1");
    }

    @Test
    void aDeadLetterIsHandledWhateverItHolds() {
        List<String> bodies = new ArrayList<>();
        QueueConsumer consumer =
                QueueConsumer.ofMessages(delivery -> bodies.add(delivery.body()), redelivery);

        SQSBatchResponse response =
                consumer.handle(batch(message("m1", "not an event", 1)), new LambdaContext());

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

        consumer.handle(batch(message("m1", note("one"), 1)), new LambdaContext());

        assertThat(seen).containsExactly("trace-1");
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 20", "3, 80", "4, 320", "9, 320"})
    void anOutageIsTriedAgainLaterEachTime(int receiveCount, int seconds) {
        assertThat(RedeliveryBackoff.after(new IOException("outage"), receiveCount))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anEventIsReadAsItWasWritten() throws Exception {
        CloudEvent event = CloudEvent.parse(note("one"));

        assertThat(CloudEvent.parse(event.json())).isEqualTo(event);
        assertThat(event.data(Note.class)).isEqualTo(new Note("hi", 2));
    }

    record Page(String url, @Nullable String title, Size size) {
        record Size(long bytes, @Nullable Integer words) {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|url",
                "{\"url\":null,\"size\":{\"bytes\":1}}|url",
                "{\"url\":\"a\"}|size",
                "{\"url\":\"a\",\"size\":{\"words\":1}}|size.bytes"
            })
    void dataWithoutARequiredFieldIsUnreadable(String data, String missing) throws Exception {
        CloudEvent event =
                CloudEvent.parse(note("one").replace("{\"text\":\"hi\",\"times\":2}", data));

        assertThatThrownBy(() -> event.data(Page.class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("the data has no " + missing);
    }

    @Test
    void onlyANullableFieldMayBeMissing() throws Exception {
        String data = "{\"url\":\"a\",\"size\":{\"bytes\":1}}";
        CloudEvent event =
                CloudEvent.parse(note("one").replace("{\"text\":\"hi\",\"times\":2}", data));

        assertThat(event.data(Page.class)).isEqualTo(new Page("a", null, new Page.Size(1, null)));
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
}
