package io.parler.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.bench.suite.Api;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Uses a suite as people do: has posts converted, waits for them, and listens.
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/player/[^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Api api;

    Visitor(Api api) {
        this.api = api;
    }

    /// A post that can be listened to.
    ///
    /// @param characters that its voice billed
    /// @param seconds of its audio
    record Recording(String id, long characters, double seconds, long bytes, String audio) {}

    /// What a player loads beside its page, the first time.
    ///
    /// @param bytes without compression
    record PlayerFiles(int count, long bytes) {}

    /// US dollars for a million characters, as the provider of a voice bills them.
    Optional<BigDecimal> price(String voice) throws IOException, InterruptedException {
        for (JsonNode known : api.getOk("/v1/voices").json()) {
            if (known.path("id").asText().equals(voice)) {
                return Optional.of(known.at("/price/perMillionCharacters").decimalValue());
            }
        }
        return Optional.empty();
    }

    /// Requests a conversion and waits for its end, as a page does.
    Recording convert(String post, String voice) throws IOException, InterruptedException {
        String body =
                JSON.createObjectNode()
                        .put("voice", voice)
                        .set("source", JSON.createObjectNode().put("url", post))
                        .toString();
        String id = post("/v1/conversions", body).path("id").asText();
        JsonNode state = api.ended(id, Instant.now().plus(PATIENCE));
        if (!state.path("status").asText().equals("completed")) {
            throw new IOException("a conversion failed: " + state);
        }
        JsonNode audio = state.path("audio");
        return new Recording(
                id,
                state.path("billedCharacters").asLong(),
                audio.path("seconds").asDouble(),
                audio.path("bytes").asLong(),
                audio.path("url").asText());
    }

    /// The files of a player; they have their version in the path, so caches keep them.
    PlayerFiles loadPlayer(Recording recording) throws IOException, InterruptedException {
        Set<String> files = new TreeSet<>();
        Matcher file =
                FILE.matcher(api.getOk("/v1/conversions/" + recording.id() + "/player").text());
        while (file.find()) {
            files.add(file.group(1));
        }
        long bytes = 0;
        for (String path : files) {
            bytes += api.getOk(path).body().length;
        }
        return new PlayerFiles(files.size(), bytes);
    }

    /// Opens the player's page, hears all of it with one pause, and leaves.
    void play(Recording recording) throws IOException, InterruptedException {
        String address = "/v1/conversions/" + recording.id();
        api.getOk(address + "/player");
        if (api.getOk(recording.audio()).body().length != recording.bytes()) {
            throw new IOException("the audio is not complete");
        }
        int half = (int) (recording.seconds() / 2);
        post(address + "/plays", report(true, "0,1,2,3,4", half));
        post(address + "/plays", report(false, "5,6,7,8,9", half));
    }

    private static String report(boolean started, String tenths, int seconds) {
        return "{\"started\":"
                + started
                + ",\"tenths\":["
                + tenths
                + "],\"seconds\":"
                + seconds
                + "}";
    }

    private JsonNode post(String path, String json) throws IOException, InterruptedException {
        return api.postOk(path, json, "Idempotency-Key", UUID.randomUUID().toString()).json();
    }
}
