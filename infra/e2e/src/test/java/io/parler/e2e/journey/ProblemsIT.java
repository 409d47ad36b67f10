package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.TestSite;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Invalid input gets its typed problem, immediately if possible.
@SharedSuite
class ProblemsIT {
    private static final String OLD_ID = "01900000-0000-7000-8000-000000000000";

    private final ApiClient api;
    private final TestSite site;

    ProblemsIT(ApiClient api, TestSite site) {
        this.api = api;
        this.site = site;
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, page-not-found",
        "/gone, page-not-found",
        "/login, site-refused",
        "/no-article, no-article",
        "/picture, not-html",
        "/huge, page-too-large",
        "/bomb, page-too-large",
        "/inwards, url-not-allowed",
    })
    void anArticleThatCannotBeReadIsAProblem(String path, String problem) {
        refused(api.article(site.url(path)), problem);
    }

    @ParameterizedTest
    @CsvSource({"/broken, site-unreachable", "/circle, site-refused"})
    void aBrokenSiteIsABadGateway(String path, String problem) {
        refused(api.article(site.url(path)), problem);
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        ApiResponse answer = api.article("http://nobody.invalid/");
        // Without a connection, a resolver may try for longer than a site may take.
        assertThat(answer.problem()).as(answer.toString()).isIn("site-unreachable", "site-timeout");
        refused(answer, answer.problem());
    }

    @ParameterizedTest
    @CsvSource({
        "/no-article, no-feed",
        "/feed.xml, no-feed",
        "/nowhere, page-not-found",
        "/picture, no-feed"
    })
    void aTextThatIsNoFeedIsAProblem(String path, String problem) {
        ApiResponse answer = api.posts(site.url(path));
        assertThat(answer.problem()).as(answer.toString()).isIn(problem, "unreadable-feed");
        refused(answer, answer.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://167772161/",
                "http://0x0a000001/",
                "http://012.0.0.1/",
                "http://10.1/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:a00:1]/",
                "http://[64:ff9b::a00:1]/",
                "http://192.168.1.1/",
                "http://172.16.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://10.0.0.1./",
                "http://user@10.0.0.1/"
            })
    void anAddressInsideTheNetworkIsNeverFetched(String url) {
        ApiResponse answer = api.article(url);
        assertThat(answer.problem()).as(answer.toString()).isIn("url-not-allowed", "url-invalid");
        refused(answer, answer.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "example",
                "http://",
                "http:///x",
                "http://exa mple.com/",
                "//example.com"
            })
    void anInvalidUrlIsAProblem(String url) {
        refused(api.article(url), "url-invalid");
        refused(api.posts(url), "url-invalid");
        ApiResponse requested = api.request(url);
        assertThat(requested.problem())
                .as(requested.toString())
                .isIn("url-invalid", "invalid-body");
        refused(requested, requested.problem());
    }

    /// A response of more than 6 MB is refused by Lambda itself, with 500.
    @Test
    void aPageJustBelowTheLimitIsReadCompressedOrRefused() {
        String path =
                "/v1/article?url=" + URLEncoder.encode(site.url("/large"), StandardCharsets.UTF_8);

        refused(api.get(path), "page-too-large");
        ApiResponse compressed = api.get(path, "Accept-Encoding", "gzip");
        assertThat(compressed.status()).as(compressed.toString()).isEqualTo(200);
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");

        ApiResponse script =
                api.post("/v1/scripts", "{\"source\": {\"url\": \"" + site.url("/large") + "\"}}");
        // Which limit it passes first depends on the speed of the machine.
        assertThat(script.status()).as(script.toString()).isEqualTo(422);
        assertThat(script.problem()).isIn("page-too-large", "text-too-complex");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, page-not-found", "/no-article, no-article", "/picture, not-html"})
    void aRefusedConversionFailsWithTheReason(String path, String problem) {
        JsonNode end = api.ended(ApiClient.accepted(api.request(site.url(path))));
        assertThat(end.path("status").asText()).isEqualTo("failed");
        assertThat(end.at("/error/type").asText()).isEqualTo("/problems/" + problem);
        assertThat(end.at("/error/detail").asText()).isNotBlank();
        assertThat(SchemaValidator.errorsOfBody("conversion", end.toString())).isEmpty();
    }

    @Test
    void aVoiceThatDoesNotExistIsRefused() {
        ApiResponse answer =
                api.post(
                        "/v1/conversions",
                        "{\"source\": {\"title\": \"T\", \"text\": \"A text.\"}, \"voice\": \"Nobody\"}");
        if (answer.status() == 202) {
            JsonNode end = api.ended(ApiClient.accepted(answer));
            assertThat(end.at("/error/type").asText()).isEqualTo("/problems/unknown-voice");
        } else {
            refused(answer, "unknown-voice");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"source\": }",
                "{\"source\": {\"url\": \"http://example.com/\"}} trailing"
            })
    void brokenJsonIsAProblem(String body) {
        refused(api.post("/v1/conversions", body), "invalid-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"source\": null}",
                "{\"source\": {}}",
                "{\"source\": \"http://example.com/\"}",
                "{\"source\": {\"title\": \"T\"}}",
                "{\"source\": {\"title\": \"T\", \"text\": \"\"}}",
                "{\"source\": {\"url\": \"http://example.com/\", \"title\": \"T\", \"text\": \"x\"}}",
                "{\"source\": {\"url\": 7}}",
                "{\"source\": {\"feedUrl\": \"http://example.com/\"}}",
                "{\"source\": {\"url\": \"http://example.com/\"}, \"voice\": 7}"
            })
    void aBodyOfAnotherShapeHasAnErrorForEachField(String body) {
        ApiResponse answer = api.post("/v1/conversions", body);
        refused(answer, "invalid-body");
        assertThat(answer.json().path("errors")).as(answer.toString()).isNotEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedAtOnce() {
        refused(api.requestText("Long", "x".repeat(100_001)), "body-too-large");
        refused(api.requestText("Longer", "x".repeat(1_200_000)), "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/posts",
                "/v1/article",
                "/v1/posts?url=http://example.com/&limit=0",
                "/v1/posts?url=http://example.com/&limit=ten",
                "/v1/library?limit=101",
                "/v1/conversions/" + OLD_ID + "?wait=21"
            })
    void aParameterOutOfBoundsIsRefused(String path) {
        refused(api.get(path), "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_ID, "x", "00000000-0000-0000-0000-000000000000", "a%20b"})
    void anUnknownConversionIsNotFound(String id) {
        refused(api.get("/v1/conversions/" + id), "conversion-not-found");
    }

    @Test
    void anUnknownEntryOfTheLibraryIsNotFound() {
        refused(
                api.send(
                        "DELETE",
                        "/v1/library/" + OLD_ID,
                        java.net.http.HttpRequest.BodyPublishers.noBody()),
                "conversion-not-found");
    }

    @Test
    void thePlayerOfAnUnknownConversionSaysSo() {
        ApiResponse player = api.get("/v1/conversions/" + OLD_ID + "/player");
        assertThat(player.status()).isEqualTo(404);
        assertThat(player.header("content-type")).startsWith("text/html");
        assertThat(player.text()).contains("<h1").doesNotContain("<audio");
    }

    @Test
    void everyProblemHasAPageThatSaysWhatToDo() throws IOException {
        JsonNode problems =
                new ObjectMapper()
                        .readTree(
                                ProjectFiles.read(ProjectFiles.path("contracts", "problems.json")));
        problems.fieldNames()
                .forEachRemaining(
                        slug -> {
                            ApiResponse page = api.get("/problems/" + slug);
                            assertThat(page.status()).as(slug).isEqualTo(200);
                            assertThat(page.header("content-type")).startsWith("text/html");
                        });
        assertThat(api.get("/problems/no-such-problem").status()).isEqualTo(404);
    }

    /// Checks that the response is this problem of contracts/problems.json, matches its schema,
    /// and has the correlation id of the request.
    private void refused(ApiResponse answer, String problem) {
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.header("x-correlation-id")).isNotBlank();
        assertThat(SchemaValidator.errorsOfBody("problem", answer.text()))
                .as(answer.toString())
                .isEmpty();
        JsonNode known = known(problem);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(known.path("status").asInt());
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("title").asText())
                .as(answer.toString())
                .isEqualTo(known.path("title").asText());
    }

    @Test
    void theCorrelationIdOfARequestIsReturned() {
        String mine = UUID.randomUUID().toString();
        assertThat(
                        api.get("/v1/conversions/" + OLD_ID, "X-Correlation-Id", mine)
                                .header("x-correlation-id"))
                .isEqualTo(mine);
        assertThat(api.get("/v1/library", "X-Correlation-Id", mine).header("x-correlation-id"))
                .isEqualTo(mine);
        assertThat(
                        api.post("/v1/conversions", "{", "X-Correlation-Id", mine)
                                .header("x-correlation-id"))
                .isEqualTo(mine);
        assertThat(api.article("nonsense").header("x-correlation-id")).isNotBlank();
    }

    private static JsonNode known(String problem) {
        try {
            return new ObjectMapper()
                    .readTree(ProjectFiles.read(ProjectFiles.path("contracts", "problems.json")))
                    .path(problem);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
