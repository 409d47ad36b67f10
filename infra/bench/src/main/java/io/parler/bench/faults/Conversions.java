package io.parler.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.bench.convert.SampleText;
import io.parler.bench.suite.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Requests conversions, repeats a request until it is accepted, and waits for their ends.
final class Conversions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// Every fourth one is a post of the sample blog, which load-post fetches.
    private static final int POSTS = 4;

    private final Api api;
    private final int characters;
    private final List<String> posts;
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, JsonNode> ended = new HashMap<>();
    private int refusals;
    private int untypedRefusals;

    /// @param characters the length of what each text has for itself
    Conversions(Api api, int characters) throws IOException, InterruptedException {
        this.api = api;
        this.characters = characters;
        this.posts = sampleBlog();
    }

    private List<String> sampleBlog() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode post :
                api.getOk("/v1/posts?limit=2&url=" + api.origin() + "/sample/feed.xml")
                        .json()
                        .path("posts")) {
            found.add(post.path("url").asText());
        }
        return List.copyOf(found);
    }

    /// Requests so many. Returns when all are accepted.
    void request(int count, Instant deadline) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            ObjectNode body = JSON.createObjectNode();
            ObjectNode source = body.putObject("source");
            if (i % POSTS == POSTS - 1) {
                source.put("url", posts.get(i / POSTS % posts.size()));
            } else {
                source.put("title", "Text " + i);
                source.put("text", text(i));
            }
            request(body.toString(), "faults-" + i, deadline);
        }
    }

    /// The first paragraph is the same in every text; the others are in this one only.
    private String text(int number) {
        return "Every text begins with this paragraph, and it is synthesized once for all.\n\n"
                + "This is text number "
                + number
                + ".\n\n"
                + String.join("\n\n", SampleText.paragraphs(characters, number));
    }

    private void request(String body, String key, Instant deadline)
            throws IOException, InterruptedException {
        while (true) {
            try {
                Api.Response response = api.post("/v1/conversions", body, "Idempotency-Key", key);
                if (response.status() == 202) {
                    accepted.add(response.json().path("id").asText());
                    return;
                }
                refusals++;
                if (!response.json().path("type").asText().startsWith("/problems/")) {
                    untypedRefusals++;
                }
            } catch (IOException _) {
                refusals++;
            }
            pause("a request is not accepted", deadline);
        }
    }

    /// Waits until each accepted one has ended, or until the deadline.
    void awaitEnds(Instant deadline) throws InterruptedException {
        while (!pending().isEmpty() && Instant.now().isBefore(deadline)) {
            for (String id : pending()) {
                try {
                    Api.Response response = api.get("/v1/conversions/" + id + "?wait=5");
                    if (response.status() == 200
                            && response.json()
                                    .path("status")
                                    .asText()
                                    .matches("completed|failed")) {
                        ended.put(id, response.json());
                    }
                } catch (IOException _) {
                    // Asked again.
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    /// Those that have not ended.
    Set<String> pending() {
        Set<String> pending = new HashSet<>(accepted);
        pending.removeAll(ended.keySet());
        return pending;
    }

    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /// The final states, read again now.
    Map<String, JsonNode> states() throws IOException, InterruptedException {
        Map<String, JsonNode> states = new HashMap<>();
        for (String id : accepted) {
            states.put(id, api.getOk("/v1/conversions/" + id).json());
        }
        return states;
    }

    /// How often a request was refused, and repeated.
    int refusals() {
        return refusals;
    }

    /// The refusals that were no problem document.
    int untypedRefusals() {
        return untypedRefusals;
    }

    private static void pause(String what, Instant deadline)
            throws IOException, InterruptedException {
        if (Instant.now().isAfter(deadline)) {
            throw new IOException(what);
        }
        Thread.sleep(PAUSE);
    }
}
