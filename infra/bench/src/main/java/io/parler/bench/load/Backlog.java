package io.parler.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.bench.suite.Api;
import io.parler.bench.suite.Queues;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Conversions of many accounts, which wait in one queue. The first account requests half of all at
/// once; the others share the rest evenly, and come after it.
final class Backlog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOBS = "parler-dev-conversion-Jobs";
    private static final int CONNECTIONS = 4;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Api api;
    private final Queues queues;
    private final List<String> keys;

    /// The ids of the accepted conversions, by account.
    private final List<List<String>> accepted;

    Backlog(Api api, Queues queues, List<String> keys) {
        this.api = api;
        this.queues = queues;
        this.keys = List.copyOf(keys);
        this.accepted = keys.stream().map(_ -> (List<String>) new ArrayList<String>()).toList();
    }

    /// Requests so many. Returns when all are accepted.
    void request(int count) throws IOException, InterruptedException {
        List<Integer> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(i < count / 2 ? 0 : 1 + i % (keys.size() - 1));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<String>> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                int account = accounts.get(i);
                ids.add(threads.submit(() -> request(number, keys.get(account))));
            }
            for (int i = 0; i < count; i++) {
                accepted.get(accounts.get(i)).add(ids.get(i).get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private String request(int number, String key) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("source")
                .put("title", "Note " + number)
                .put("text", "A short note, the number of which is " + number + ".");
        return api.postOk(
                        "/v1/conversions",
                        body.toString(),
                        "Authorization",
                        "Bearer " + key,
                        "Idempotency-Key",
                        "note-" + number)
                .json()
                .path("id")
                .asText();
    }

    /// How many jobs are waiting or worked on.
    int waiting() throws IOException, InterruptedException {
        return Objects.requireNonNull(queues.all().get(JOBS)).messages();
    }

    /// Waits until at most so many jobs are left.
    void awaitAtMost(int left, Instant deadline) throws IOException, InterruptedException {
        while (waiting() > left) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(waiting() + " jobs are left");
            }
            Thread.sleep(PAUSE);
        }
    }

    /// The milliseconds from each request to the end of its conversion, sorted, by account.
    List<List<Long>> waits(Instant deadline) throws IOException, InterruptedException {
        List<List<Long>> waits = new ArrayList<>();
        for (int account = 0; account < keys.size(); account++) {
            List<Long> ofAccount = new ArrayList<>();
            for (String id : accepted.get(account)) {
                JsonNode end =
                        api.ended(id, deadline, "Authorization", "Bearer " + keys.get(account));
                if (!end.path("status").asText().equals("completed")) {
                    throw new IOException("not completed: " + end);
                }
                ofAccount.add(
                        Duration.between(time(end, "createdAt"), time(end, "updatedAt"))
                                .toMillis());
            }
            ofAccount.sort(null);
            waits.add(ofAccount);
        }
        return waits;
    }

    private static Instant time(JsonNode state, String name) {
        return Instant.parse(state.path(name).asText());
    }
}
