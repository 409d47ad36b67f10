package io.parler.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.bench.suite.Api;
import io.parler.bench.suite.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What must hold when all conversions have ended and all queues are empty.
final class Promises {
    private static final String AUDIO = "s3/parler-dev-conversion-audio/audio";

    private final Api api;
    private final Path data;
    private final List<String> broken = new ArrayList<>();

    Promises(Api api, Path data) {
        this.api = api;
        this.data = data;
    }

    /// The promises that were broken, one sentence each.
    List<String> broken() {
        return List.copyOf(broken);
    }

    private void promise(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /// Each conversion ends completed, with one audio, or failed with a typed problem.
    void ends(Map<String, JsonNode> states) throws IOException, InterruptedException {
        for (Map.Entry<String, JsonNode> conversion : states.entrySet()) {
            String id = conversion.getKey();
            JsonNode state = conversion.getValue();
            switch (state.path("status").asText()) {
                case "completed" -> audio(id, state);
                case "failed" ->
                        promise(
                                state.at("/error/type").asText().startsWith("/problems/"),
                                id + " failed without a typed problem: " + state);
                default -> promise(false, id + " has not ended: " + state);
            }
        }
    }

    private void audio(String id, JsonNode state) throws IOException, InterruptedException {
        Api.Response audio = api.get(state.at("/audio/url").asText());
        promise(
                audio.status() == 200 && audio.body().length == state.at("/audio/bytes").asInt(),
                id + " has no audio of the length it tells");
        try (Stream<Path> files = Files.list(data.resolve(AUDIO).resolve(id))) {
            List<String> names =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".mp3"))
                            .toList();
            promise(names.size() == 1, id + " has several audio files: " + names);
        }
    }

    /// The library lists each accepted conversion, and no other.
    void library(Set<String> accepted) throws IOException, InterruptedException {
        Set<String> listed = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/v1/library" + (cursor.isEmpty() ? "" : "?cursor=" + cursor)).json();
            for (JsonNode conversion : page.path("conversions")) {
                promise(
                        !conversion.path("status").asText().equals("running"),
                        "the library says that one still runs: " + conversion);
                listed.add(conversion.path("id").asText());
            }
            cursor = page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        promise(
                listed.equals(accepted),
                "the library lists " + listed.size() + " of " + accepted.size());
    }

    /// The account's ledger, the conversions' bills and the voice's bill agree.
    void bills(Map<String, JsonNode> states, VoiceCalls.Bill voice)
            throws IOException, InterruptedException {
        long billed =
                states.values().stream()
                        .mapToLong(state -> state.path("billedCharacters").asLong())
                        .sum();
        long failed =
                states.values().stream()
                        .filter(state -> state.path("status").asText().equals("failed"))
                        .count();
        JsonNode ledger = api.get("/v1/usage").json().path("characters");
        promise(
                ledger.path("billed").asLong() == billed,
                "conversions were billed " + billed + " characters, the ledger has " + ledger);
        promise(ledger.path("reserved").asLong() == 0, "the ledger still reserves: " + ledger);
        promise(
                failed > 0 ? billed <= voice.characters() : billed == voice.characters(),
                "conversions were billed "
                        + billed
                        + " characters, the voice has "
                        + voice.characters());
        promise(
                voice.unexplained() == 0,
                voice.unexplained() + " calls were billed twice without a kill");
    }

    /// Nothing is left but the messages that nobody can read.
    void queues(Map<String, Queues.Queue> queues, int poison) {
        int deadLetters = 0;
        for (Map.Entry<String, Queues.Queue> queue : queues.entrySet()) {
            if (queue.getValue().deadLetters().isEmpty()) {
                deadLetters += queue.getValue().messages();
            } else {
                promise(
                        queue.getValue().messages() == 0,
                        queue.getKey() + " has " + queue.getValue().messages() + " messages");
            }
        }
        promise(
                deadLetters == poison,
                deadLetters + " dead letters, but " + poison + " messages were unreadable");
    }
}
