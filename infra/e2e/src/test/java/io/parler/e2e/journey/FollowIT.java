package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A blog that is followed: a new post becomes audio without anybody asking for it.
@SharedSuite
class FollowIT {
    private final ApiClient api;
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final AtomicInteger version = new AtomicInteger();
    private final HttpServer blog;

    FollowIT(ApiClient api) throws IOException {
        this.api = api;
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        blog = HttpServer.create(new InetSocketAddress(here, 0), 0);
        blog.createContext("/", this::answer);
    }

    @BeforeEach
    void startTheBlog() {
        posts.add("the-first-post");
        blog.start();
    }

    @AfterEach
    void stopTheBlog() {
        blog.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + blog.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.merge(path, 1, Integer::sum);
        try (exchange) {
            boolean isFeed = path.equals("/feed.xml");
            exchange.getResponseHeaders()
                    .set("Content-Type", isFeed ? "application/rss+xml" : "text/html");
            exchange.getResponseHeaders().set("ETag", "\"" + version.get() + "\"");
            byte[] body = (isFeed ? feed() : page(path)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String feed() {
        return "<rss version='2.0'><channel><title>A followed blog</title>"
                + posts.stream()
                        .map(
                                post ->
                                        "<item><title>Title of "
                                                + post
                                                + "</title><link>"
                                                + url("/" + post)
                                                + "</link></item>")
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private static String page(String path) {
        return "<!doctype html><html lang=en><title>Title of "
                + path.substring(1)
                + "</title><article><h1>Title of "
                + path.substring(1)
                + "</h1>"
                + "<p>The keeper went up, looked out, and wrote down what he saw that day.</p>"
                        .repeat(4)
                + "</article></html>";
    }

    @Test
    void aNewPostIsConvertedOnceHoweverOftenItsBlogCallsTheHook() throws Exception {
        ApiResponse made =
                api.post(
                        "/v1/subscriptions",
                        "{\"feedUrl\":\"" + url("/feed.xml") + "\",\"voice\":\"Joanna\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(SchemaValidator.errorsOfBody("subscription", made.text())).isEmpty();
        String hook = URI.create(made.json().path("hookUrl").asText()).getPath();

        posts.addFirst("the-second-post");
        version.incrementAndGet();
        int before = requests.getOrDefault("/feed.xml", 0);
        assertThat(callsOf(hook, 50)).containsOnly(202);

        JsonNode entry =
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> entries("/the-second-post"), FollowIT::hasEnded)
                        .getFirst();
        assertThat(entries("/the-second-post")).hasSize(1);
        assertThat(entry.path("status").asText()).isEqualTo("completed");
        assertThat(entry.path("voice").asText()).contains("Joanna");
        assertThat(entries("/the-first-post")).isEmpty();
        // The feed is polled again each half minute, as long as calls come.
        assertThat(requests.getOrDefault("/feed.xml", 0) - before).isBetween(1, 8);
        JsonNode subscription = api.get(made.header("location")).json();
        assertThat(subscription.path("lastPostAt").isMissingNode()).isFalse();

        assertThat(delete(made.header("location"))).isEqualTo(204);
        assertThat(api.post(hook, "").status()).isEqualTo(404);
    }

    private static boolean hasEnded(List<JsonNode> entries) {
        return !entries.isEmpty()
                && entries.stream().noneMatch(e -> e.path("status").asText().equals("running"));
    }

    private List<Integer> callsOf(String hook, int times) {
        return IntStream.range(0, times)
                .parallel()
                .mapToObj(_ -> api.post(hook, "").status())
                .toList();
    }

    private List<JsonNode> entries(String path) {
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : api.get("/v1/library?limit=100").json().path("conversions")) {
            if (entry.toString().contains(url(path))) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private int delete(String path) {
        return api.send("DELETE", path, BodyPublishers.noBody()).status();
    }
}
