package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.TestSite;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Many posts of a feed for one price, by the state machine that AWS would run.
@SharedSuite
class CollectionIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final ApiClient api;
    private final TestSite site;
    private final String blog = "/collection-" + UUID.randomUUID();

    CollectionIT(ApiClient api, TestSite site) {
        this.api = api;
        this.site = site;
    }

    /// A blog of this test's own, so that nothing of it was converted before.
    private String feed(int posts) {
        String items =
                IntStream.range(0, posts)
                        .mapToObj(
                                i ->
                                        "<item><title>Post "
                                                + i
                                                + "</title><link>"
                                                + post(i)
                                                + "</link></item>")
                        .collect(Collectors.joining());
        return site.show(
                blog + "/feed.xml",
                "<rss version='2.0'><channel><title>A whole blog</title>"
                        + items
                        + "</channel></rss>");
    }

    private String post(int number) {
        String paragraph =
                "<p>The keeper of number "
                        + number
                        + " at "
                        + blog
                        + " wrote down what he saw.</p>";
        return site.show(
                blog + "/" + number,
                "<!doctype html><html lang=en><title>Post "
                        + number
                        + "</title><article><h1>Post "
                        + number
                        + "</h1>"
                        + paragraph.repeat(4)
                        + "</article></html>");
    }

    private String create(int posts) {
        return create(feed(posts));
    }

    /// Other tests of the account may have collections at work.
    private String create(String feed) {
        String body = "{\"feedUrl\":\"" + feed + "\",\"voice\":\"Joanna\"}";
        ApiResponse made =
                Awaitility.await()
                        .atMost(LONG)
                        .until(
                                () -> api.post("/v1/collections", body),
                                response -> response.status() == 202);
        assertThat(SchemaValidator.errorsOfBody("collection", made.text())).isEmpty();
        return made.header("location");
    }

    private JsonNode until(String path, String status) {
        JsonNode reached =
                Awaitility.await()
                        .atMost(LONG)
                        .until(
                                () -> api.get(path).json(),
                                collection -> collection.path("status").asText().equals(status));
        assertThat(SchemaValidator.errorsOfBody("collection", reached.toString())).isEmpty();
        return reached;
    }

    private int act(String path, String action) {
        return api.send(
                        "PATCH",
                        path,
                        BodyPublishers.ofString("{\"action\":\"" + action + "\"}"),
                        "Content-Type",
                        "application/json")
                .status();
    }

    private static List<String> statuses(JsonNode collection) {
        return StreamSupport.stream(collection.path("posts").spliterator(), false)
                .map(post -> post.path("status").asText())
                .sorted()
                .toList();
    }

    @Test
    void aWholeFeedIsConvertedForItsQuoteAfterItsOwnersYes() {
        String path = create(5);
        JsonNode quoted = until(path, "awaiting-approval");
        long quote = quoted.path("quote").path("characters").asLong();
        assertThat(quote).isPositive();
        assertThat(statuses(quoted)).containsOnly("waiting");
        assertThat(act(path, "pause")).isEqualTo(409);

        assertThat(act(path, "approve")).isEqualTo(200);
        JsonNode done = until(path, "completed");
        assertThat(statuses(done)).hasSize(5).containsOnly("completed");
        assertThat(done.path("progress").path("billedCharacters").asLong())
                .isPositive()
                .isLessThanOrEqualTo(quote);
        for (JsonNode post : done.path("posts")) {
            assertThat(
                            api.get("/v1/conversions/" + post.path("conversionId").asText())
                                    .json()
                                    .path("status")
                                    .asText())
                    .isEqualTo("completed");
        }
        assertThat(act(path, "cancel")).isEqualTo(409);
    }

    @Test
    void postsThatAreOnlyInTheirFeedAreConvertedAndToldApart() {
        String path =
                create(
                        site.show(
                                blog + "/only/feed.xml",
                                "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                                        + "<channel><title>Notes</title>"
                                        + note(1)
                                        + note(2)
                                        + "</channel></rss>"));
        JsonNode quoted = until(path, "awaiting-approval");
        assertThat(quoted.path("quote").path("characters").asLong()).isPositive();
        assertThat(act(path, "approve")).isEqualTo(200);
        JsonNode done = until(path, "completed");
        assertThat(statuses(done)).containsExactly("completed", "completed");
        for (JsonNode post : done.path("posts")) {
            String address = ApiClient.encoded(post.path("url").asText());
            assertThat(
                            api.get("/v1/listen?account=owner&url=" + address)
                                    .json()
                                    .path("id")
                                    .asText())
                    .isEqualTo(post.path("conversionId").asText());
        }
    }

    private String note(int number) {
        String text =
                "&lt;p&gt;Note " + number + " is written in the feed of " + blog + ".&lt;/p&gt;";
        return "<item><guid isPermaLink='false'>note &amp; #"
                + number
                + "</guid><title>Only here</title><content:encoded>"
                + text.repeat(4)
                + "</content:encoded></item>";
    }

    @Test
    void whatIsCancelledConvertsNothingElse() {
        // Three at a time: most are not converted yet when it is cancelled.
        String path = create(8);
        until(path, "awaiting-approval");
        assertThat(act(path, "approve")).isEqualTo(200);
        assertThat(act(path, "pause")).isEqualTo(200);
        assertThat(act(path, "cancel")).isEqualTo(200);
        JsonNode cancelled = until(path, "cancelled");
        assertThat(statuses(cancelled)).contains("skipped").doesNotContain("waiting", "running");
    }
}
