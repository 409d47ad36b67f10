package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.DecodedMp3;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The conversion of one post, from its URL to an MP3 with the promised content.
@SharedSuite
class PostToAudioIT {
    /// A frame at 24 kHz takes 24 ms. A difference of more than two frames is an error.
    private static final double EXACT = 0.05;

    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;

    PostToAudioIT(Suite suite, ApiClient api, TestSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
    }

    @Test
    void theSamplesPostsAreListedBySiteAndByFeed() {
        ApiResponse bySite = api.posts(suite.url("/sample/"));
        ApiResponse byFeed = api.posts(suite.url("/sample/feed.xml"));

        assertThat(bySite.status()).as(bySite.toString()).isEqualTo(200);
        assertThat(SchemaValidator.errorsOfBody("posts", bySite.text())).isEmpty();
        assertThat(bySite.json().path("posts")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(byFeed.json().path("posts")).isEqualTo(bySite.json().path("posts"));
    }

    @Test
    void postsComeInPages() {
        String feed = ApiClient.encoded(suite.url("/sample/feed.xml"));
        JsonNode all = api.get("/v1/posts?url=" + feed).json().path("posts");
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get(
                                    "/v1/posts?limit=2&url="
                                            + feed
                                            + (cursor.isEmpty()
                                                    ? ""
                                                    : "&cursor=" + ApiClient.encoded(cursor)))
                            .json();
            assertThat(page.path("posts")).hasSizeBetween(1, 2);
            page.path("posts").forEach(paged::add);
            cursor = page.path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void everyPostOfTheSampleBlogIsAnArticle() {
        for (JsonNode post : api.posts(suite.url("/sample/")).json().path("posts")) {
            ApiResponse article = api.article(post.path("url").asText());
            assertThat(article.status()).as(article.toString()).isEqualTo(200);
            assertThat(SchemaValidator.errorsOfBody("article", article.text()))
                    .as(article.toString())
                    .isEmpty();
            assertThat(article.json().path("title")).isEqualTo(post.path("title"));
        }
    }

    @Test
    void aPostBecomesAnMp3WithThePromisedContent(@TempDir Path folder) throws IOException {
        JsonNode newest = api.posts(suite.url("/sample/")).json().path("posts").path(0);
        ApiResponse accepted = api.request(newest.path("url").asText());
        assertThat(SchemaValidator.errorsOfBody("conversion-accepted", accepted.text())).isEmpty();
        assertThat(accepted.header("location"))
                .isEqualTo(accepted.json().at("/links/self").asText());
        assertThat(accepted.header("retry-after")).isEqualTo("1");

        JsonNode conversion = api.completed(ApiClient.accepted(accepted));

        assertThat(SchemaValidator.errorsOfBody("conversion", conversion.toString())).isEmpty();
        assertThat(conversion.path("title")).isEqualTo(newest.path("title"));
        assertThat(conversion.path("sourceUrl")).isEqualTo(newest.path("url"));
        assertThat(conversion.at("/progress/done")).isEqualTo(conversion.at("/progress/total"));
        ApiResponse audio = api.get(conversion.at("/audio/url").asText());
        assertThat(audio.status()).isEqualTo(200);
        assertThat(audio.header("content-type")).isEqualTo("audio/mpeg");
        assertThat(audio.bytes()).hasSize(conversion.at("/audio/bytes").asInt());
        DecodedMp3 mp3 = DecodedMp3.decode(audio.bytes());
        double declared = conversion.at("/audio/seconds").asDouble();
        assertThat(mp3.seconds()).isCloseTo(declared, within(EXACT)).isGreaterThan(20);
        assertThat(mp3.loudest()).as("as loud as speech").isBetween(3_000, 32_767);
        assertThat(mp3.channels()).isEqualTo(1);
        System.out.printf(
                "sample post: %.3f s of sound, %d bytes, %d Hz%n",
                mp3.seconds(), audio.bytes().length, mp3.sampleRate());

        Path file = Files.write(folder.resolve("post.mp3"), audio.bytes());
        String probed =
                Machine.output(
                        Machine.tool("ffprobe"),
                        "-v",
                        "error",
                        "-show_entries",
                        "format=duration",
                        "-of",
                        "csv=p=0",
                        file.toString());
        assertThat(Double.parseDouble(probed.strip())).isCloseTo(declared, within(EXACT));
        assertThat(Machine.output(Machine.tool("mp3val"), file.toString()))
                .doesNotContain("WARNING", "ERROR");
    }

    @Test
    void aFeedPostIsFoundByItsId() {
        JsonNode feed = api.posts(suite.url("/sample/")).json();
        JsonNode last = feed.path("posts").path(feed.path("posts").size() - 1);

        String id =
                ApiClient.accepted(
                        api.post(
                                "/v1/conversions",
                                ApiClient.body(
                                        "feedUrl",
                                        feed.at("/feed/feedUrl").asText(),
                                        "postId",
                                        last.path("id").asText())));

        assertThat(api.completed(id).path("title")).isEqualTo(last.path("title"));
    }

    @Test
    void aPastedTextIsReadInTheRequestedVoice() {
        String body =
                "{\"source\": {\"title\": \"A note\", \"text\": \"One line.\\n\\nAnd another one.\"}, \"voice\": \"Matthew\"}";

        JsonNode conversion = api.completed(ApiClient.accepted(api.post("/v1/conversions", body)));

        assertThat(conversion.path("voice").asText()).isEqualTo("polly:Matthew:neural");
        assertThat(conversion.has("sourceUrl")).isFalse();
        DecodedMp3 mp3 = DecodedMp3.decode(api.get(conversion.at("/audio/url").asText()).bytes());
        assertThat(mp3.seconds())
                .isCloseTo(conversion.at("/audio/seconds").asDouble(), within(EXACT))
                .isBetween(1.0, 15.0);
    }

    /// 100,000 characters would take minutes to synthesize. So this text goes through the bucket,
    /// and its voice is unknown.
    @Test
    void aTextTooLargeForAnEventArrivesComplete() {
        String text =
                "A sentence that is here to be long, and nothing else. "
                                .repeat(1_800)
                                .substring(0, 88_000)
                        + "é";
        String body =
                "{\"source\": {\"title\": \"Long\", \"text\": \""
                        + "ü".repeat(10_000)
                        + " "
                        + text
                        + "\"}, \"voice\": \"Nobody\"}";

        JsonNode end = api.ended(ApiClient.accepted(api.post("/v1/conversions", body)));

        assertThat(end.at("/error/type").asText()).isEqualTo("/problems/unknown-voice");
    }

    @Test
    void aVoiceHasASample() {
        assertThat(api.get("/v1/voices/polly:Joanna:neural/sample").status()).isLessThan(400);
    }

    @Test
    void audioIsServedInRanges() {
        JsonNode conversion =
                api.completed(ApiClient.accepted(api.requestText("Ranges", "A short text.")));
        String url = conversion.at("/audio/url").asText();
        byte[] whole = api.get(url).bytes();

        ApiResponse part = api.get(url, "Range", "bytes=100-199");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(java.util.Arrays.copyOfRange(whole, 100, 200));
        assertThat(part.header("content-range")).isEqualTo("bytes 100-199/" + whole.length);
    }

    @Test
    void aConversionOnlyMovesForwardAndEachStateHasItsOwnETag() {
        String id = ApiClient.accepted(api.request(site.url("/post/of-changes")));
        List<String> seen = new ArrayList<>();
        String etag = "";
        String status = "queued";
        while (!status.matches("completed|failed")) {
            ApiResponse answer =
                    etag.isEmpty()
                            ? api.get("/v1/conversions/" + id)
                            : api.get("/v1/conversions/" + id + "?wait=20", "If-None-Match", etag);
            // Before its first event is recorded, an id that is older than half a minute is
            // unknown.
            if (answer.status() == 304 || answer.status() == 404) {
                continue;
            }
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(SchemaValidator.errorsOfBody("conversion", answer.text()))
                    .as(answer.toString())
                    .isEmpty();
            assertThat(answer.header("etag")).isNotEmpty().isNotEqualTo(etag);
            etag = answer.header("etag");
            status = answer.json().path("status").asText();
            if (seen.isEmpty() || !seen.getLast().equals(status)) {
                seen.add(status);
            }
        }

        assertThat(seen).endsWith("completed").doesNotHaveDuplicates();
        assertThat(List.of("queued", "processing", "completed")).containsSubsequence(seen);
        assertThat(api.get("/v1/conversions/" + id, "If-None-Match", etag).status()).isEqualTo(304);
    }

    /// The page is sent only after the long poll has started, so the change comes while it waits.
    @Test
    void aLongPollReturnsTheStateThatChangesWhileItWaits() {
        String path = "/post/behind-a-gate";
        String id = ApiClient.accepted(api.request(site.gated(path)));
        JsonNode state = api.state(id, 0);
        while (!state.path("status").asText().equals("processing")) {
            state = api.state(id, 5);
        }
        JsonNode before = state;
        CompletableFuture<JsonNode> changed =
                CompletableFuture.supplyAsync(
                        () -> {
                            JsonNode answer = api.state(id, 20);
                            while (answer.equals(before)) { // on a busy machine
                                answer = api.state(id, 20);
                            }
                            return answer;
                        });
        site.open(path);

        assertThat(changed.join().path("updatedAt").asText())
                .isGreaterThan(before.path("updatedAt").asText());
        api.completed(id);
    }

    @Test
    void aConversionIsInTheLibraryUntilItIsRemoved() {
        JsonNode conversion =
                api.completed(ApiClient.accepted(api.requestText("For the shelf", "Short.")));
        String id = conversion.path("id").asText();
        org.awaitility.Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listed(id));
        ApiResponse library = api.get("/v1/library?limit=100");

        assertThat(SchemaValidator.errorsOfBody("library", library.text())).isEmpty();
        for (JsonNode item : library.json().path("conversions")) {
            if (item.path("id").asText().equals(id)) {
                assertThat(item.path("title").asText()).isEqualTo("For the shelf");
                assertThat(item.path("audioUrl")).isEqualTo(conversion.at("/audio/url"));
                assertThat(item.path("playerUrl")).isEqualTo(conversion.at("/links/player"));
                assertThat(item.path("seconds").asDouble())
                        .isEqualTo(conversion.at("/audio/seconds").asDouble());
                assertThat(item.path("bytes").asLong())
                        .isEqualTo(conversion.at("/audio/bytes").asLong());
            }
        }
        assertThat(
                        api.send(
                                        "DELETE",
                                        "/v1/library/" + id,
                                        java.net.http.HttpRequest.BodyPublishers.noBody())
                                .status())
                .isEqualTo(204);
        assertThat(listed(id)).isFalse();
        assertThat(api.get(conversion.at("/audio/url").asText()).status()).isEqualTo(200);
    }

    @Test
    void voicesAreFilteredByLanguage() {
        ApiResponse all = api.get("/v1/voices");
        assertThat(SchemaValidator.errorsOfBody("voices", all.text())).as(all.toString()).isEmpty();
        assertThat(all.json()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(api.get("/v1/voices?language=en-US").json())
                .isNotEmpty()
                .allSatisfy(voice -> assertThat(voice.path("language").asText()).startsWith("en"));
        assertThat(api.get("/v1/voices?language=tlh").json()).isEmpty();
    }

    @Test
    void theServedDescriptionIsTheOneInTheContracts() throws IOException {
        ApiResponse served = api.get("/v1/openapi.json");
        assertThat(served.status()).isEqualTo(200);
        JsonNode ours =
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(
                                ProjectFiles.read(
                                        ProjectFiles.path(
                                                "contracts",
                                                "target/classes/contracts/openapi.json")));
        assertThat(served.json().path("paths")).isEqualTo(ours.path("paths"));
        assertThat(served.json().path("components")).isEqualTo(ours.path("components"));
    }

    private boolean listed(String id) {
        for (JsonNode item : api.get("/v1/library?limit=100").json().path("conversions")) {
            if (item.path("id").asText().equals(id)) {
                return item.path("status").asText().equals("completed");
            }
        }
        return false;
    }
}
