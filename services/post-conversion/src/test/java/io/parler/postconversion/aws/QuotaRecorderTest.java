package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.events.Redelivery;
import io.parler.postconversion.QuotasInMemory;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaRecorderTest {
    private final QuotasInMemory quotas = new QuotasInMemory();
    private final QuotaRecorder recorder =
            new QuotaRecorder(quotas, Redelivery.afterVisibilityTimeout());

    @Test
    void aConversionIsCountedOnceInTheMonthItWasCompleted() {
        String completed = Contract.read("events/examples/conversion.completed.v1.json");

        assertThat(failures(completed, completed)).isEmpty();
        assertThat(failures(completed)).isEmpty();

        assertThat(quotas.used("public", YearMonth.of(2026, 11))).isEqualTo(2_764);
    }

    @Test
    void otherEventsAreNoConcern() {
        assertThat(failures(Contract.read("events/examples/conversion.failed.v1.json"))).isEmpty();

        assertThat(quotas.used("public", YearMonth.of(2026, 11))).isZero();
    }

    @Test
    void whatCanNotBeReadStaysInItsQueueAndHoldsUpNothing() {
        assertThat(failures("{", Contract.read("events/examples/conversion.completed.v1.json")))
                .containsExactly("m-0");

        assertThat(quotas.used("public", YearMonth.of(2026, 11))).isEqualTo(2_764);
    }

    private List<String> failures(String... bodies) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(
                IntStream.range(0, bodies.length)
                        .mapToObj(i -> message("m-" + i, bodies[i]))
                        .toList());
        return recorder.handleRequest(batch, new AContext("r-1")).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSEvent.SQSMessage message(String id, String body) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
