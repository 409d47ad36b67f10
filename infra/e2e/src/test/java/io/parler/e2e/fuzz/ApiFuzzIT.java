package io.parler.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every answer to a generated request is documented and valid. `-Dparler.fuzz.requests=100000`
/// sends more, `-Dparler.fuzz.seed=` the same again.
@SharedSuite
class ApiFuzzIT {
    private static final int THREADS = 8;
    private static final int MAX_TRIES = 5;
    private static final int REPORTED = 25;

    private final Suite suite;
    private final TestSite site;

    ApiFuzzIT(Suite suite, TestSite site) {
        this.suite = suite;
        this.site = site;
    }

    @Test
    void everyAnswerIsDocumentedAndValid() throws InterruptedException {
        long seed = Long.getLong("parler.fuzz.seed", System.nanoTime());
        int count = Integer.getInteger("parler.fuzz.requests", 3_000);
        System.out.printf("fuzz: -Dparler.fuzz.seed=%d -Dparler.fuzz.requests=%d%n", seed, count);
        RequestGenerator generator = new RequestGenerator(ApiOperation.all(), pages());
        RawHttpClient http = new RawHttpClient(URI.create(suite.url("/")));
        Map<Integer, String> faults = new ConcurrentSkipListMap<>();
        String pronunciations = suite.api().get("/v1/pronunciations").text();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            IntStream.range(0, count)
                    .forEach(
                            i ->
                                    threads.execute(
                                            () ->
                                                    fault(
                                                                    http,
                                                                    generator.request(
                                                                            new Random(seed + i)))
                                                            .ifPresent(
                                                                    fault ->
                                                                            faults.put(i, fault))));
        }
        // Other tests share the account.
        suite.api().put("/v1/pronunciations", pronunciations);

        assertThat(faults.values().stream().limit(REPORTED))
                .as("%d of %d answers, seed %d", faults.size(), count, seed)
                .isEmpty();
    }

    private List<String> pages() {
        return List.of(
                site.url("/feed.xml"),
                site.url("/no-article"),
                site.url("/nowhere"),
                site.url("/login"),
                site.url("/picture"),
                site.url("/broken"),
                "http://10.0.0.1/",
                suite.url("/sample/"),
                suite.url("/sample/feed.xml"));
    }

    private static Optional<String> fault(RawHttpClient http, FuzzRequest request) {
        try {
            RawHttpClient.RawResponse response = answer(http, request);
            return AnswerRules.fault(request, response)
                    .map(
                            fault ->
                                    response.status()
                                            + " "
                                            + fault
                                            + ": "
                                            + request
                                            + " → "
                                            + start(response.text()));
        } catch (IOException e) {
            return Optional.of("no answer (" + e + "): " + request);
        }
    }

    /// Sends a request again that was answered 503, as the answer says: on a busy machine a call
    /// between functions can reach its time limit. An error of ours comes each time.
    private static RawHttpClient.RawResponse answer(RawHttpClient http, FuzzRequest request)
            throws IOException {
        RawHttpClient.RawResponse response = http.send(request);
        for (int tries = 1; response.status() == 503 && tries < MAX_TRIES; tries++) {
            response = http.send(request);
        }
        return response;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
