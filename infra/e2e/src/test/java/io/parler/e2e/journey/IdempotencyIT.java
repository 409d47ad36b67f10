package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A repeated request does the work once.
@SharedSuite
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";

    private final ApiClient api;

    IdempotencyIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void theSameRequestWithTheSameKeyGetsTheSameResponse() {
        String key = UUID.randomUUID().toString();
        ApiResponse first = api.requestText("Once", "Only once.", KEY, key);
        ApiResponse again = api.requestText("Once", "Only once.", KEY, key);

        assertThat(ApiClient.accepted(again)).isEqualTo(ApiClient.accepted(first));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
    }

    @Test
    void withoutAKeyEachRequestIsANewOne() {
        String first = ApiClient.accepted(api.requestText("Twice", "Said twice."));
        assertThat(ApiClient.accepted(api.requestText("Twice", "Said twice."))).isNotEqualTo(first);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        ApiClient.accepted(api.requestText("This", "This text.", KEY, key));

        ApiResponse other = api.requestText("That", "That text.", KEY, key);

        assertThat(other.status()).as(other.toString()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void concurrentRequestsCreateOneConversion() {
        String key = UUID.randomUUID().toString();
        var start = new CountDownLatch(1);
        List<ApiResponse> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<ApiResponse>> sent =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> {
                                                        await(start);
                                                        return api.requestText(
                                                                "Crowd", "All at once.", KEY, key);
                                                    },
                                                    threads))
                            .toList();
            start.countDown();
            answers = sent.stream().map(CompletableFuture::join).toList();
        }

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            if (answer.status() != 202) {
                                assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
                                assertThat(answer.problem()).isEqualTo("request-in-flight");
                            }
                        });
        assertThat(
                        answers.stream()
                                .filter(a -> a.status() == 202)
                                .map(a -> a.json().path("id").asText())
                                .distinct())
                .hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
