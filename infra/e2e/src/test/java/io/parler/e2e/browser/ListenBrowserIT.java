package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The snippets of docs/publish.md on pages of the blogs that they are for, and the page that
/// people send around.
@SharedSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenBrowserIT {
    private static final Pattern SNIPPET = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
    private static final String ASKED =
            "performance.getEntriesByType('resource').some(r => r.name.includes('/v1/listen?')"
                    + " && r.responseEnd > 0)";

    private static Browser browser;

    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;
    private final JsonNode conversion;

    ListenBrowserIT(Suite suite, ApiClient api, TestSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
        String post = site.page("/blog/queues/", blog("", "<main>", ""), "");
        this.conversion = api.converted(post);
        // The address leads to the audio a moment after it is completed.
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () ->
                                api.get("/v1/listen?url=" + ApiClient.encoded(post))
                                        .json()
                                        .path("id")
                                        .equals(conversion.path("id")));
    }

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "### WordPress, <article class='post'><h1 class='wp-block-post-title'>Queues</h1><div class='entry-content wp-block-post-content'>",
        "### Ghost, <article class='gh-article post'><header class='gh-article-header'><h1>Queues</h1></header><section class='gh-content gh-canvas'>",
        "### Hugo, <main><article class='post-single'><header class='post-header'><h1>Queues</h1></header><div class='post-content'>",
        "### Jekyll, <article class='post h-entry'><header class='post-header'><h1>Queues</h1></header><div class='post-content e-content'>",
        "## The player on a blog, <main><h1>Queues</h1>",
    })
    void aSnippetPutsThePlayerBeforeTheText(String section, String start) {
        String visited = "/blog/queues/?utm_source=" + section.replaceAll("\\W", "");
        String html = blog("<link rel='canonical' href='/blog/queues/'>", start, snippet(section));
        browser.open(site.page(visited, html, policy()));

        browser.find("iframe.parler-player");
        assertThat(
                        browser.script(
                                "return document.querySelector('iframe').compareDocumentPosition("
                                        + "document.querySelector('p')) & 4"))
                .isEqualTo(4L);
        assertThat(browser.errors()).isEmpty();
        browser.enterFrame("iframe.parler-player");
        browser.untilText("h1", "Why queues");
    }

    @Test
    void aPostWithoutAudioShowsNothing() {
        browser.open(
                site.page(
                        "/blog/silent/",
                        blog("", "<main><h1>Silent</h1>", snippet("### Ghost")),
                        ""));

        browser.until(ASKED);
        assertThat(browser.all("iframe")).isEmpty();
    }

    @Test
    void theCodeForOnePostHasThePlayerOfItsAddress() {
        String code =
                snippet("## One post")
                        .replace(
                                "https%3A%2F%2Fblog.example.com%2Fqueues%2F",
                                ApiClient.encoded(site.url("/blog/queues/")));
        browser.open(site.page("/blog/one/", blog("", "<main>" + code, ""), policy()));

        browser.enterFrame("iframe");
        browser.untilText("h1", "Why queues");
    }

    @Test
    void thePageToSendAroundHasThePlayerAndTheTranscript() {
        browser.open(conversion.at("/links/page").asText());

        browser.find(".transcript p");
        browser.untilText("h1", "Why queues");
        browser.untilText(".transcript", "A queue forgets nothing");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.errors()).isEmpty();
        browser.fitsAPhone();
        browser.enterFrame("iframe.player");
        browser.find("h1");
    }

    @Test
    void aSiteThatReadsOEmbedGetsTheNewestPlayer() {
        JsonNode embed =
                api.get("/oembed?url=" + ApiClient.encoded(site.url("/blog/queues/"))).json();

        assertThat(embed.path("html").asText())
                .contains(conversion.at("/links/newestPlayer").asText());
        assertThat(api.get(conversion.at("/links/newestPlayer").asText()).text())
                .contains("application/json+oembed");
    }

    /// The first HTML of a section of docs/publish.md, with the addresses of this test.
    private String snippet(String heading) {
        String guide = ProjectFiles.read(ProjectFiles.path("docs", "publish.md"));
        Matcher snippet = SNIPPET.matcher(guide.substring(guide.indexOf("\n" + heading + "\n")));
        assertThat(snippet.find()).as(heading).isTrue();
        return snippet.group(1)
                .replace("https://parler.example.com", parler())
                .replaceAll("\\{\\{[^}]*}}", site.url("/blog/queues/"));
    }

    private String parler() {
        String home = suite.url("/");
        return home.substring(0, home.length() - 1);
    }

    private String policy() {
        String parler = parler();
        return String.join(
                "; ",
                List.of(
                        "default-src 'none'",
                        "script-src " + parler,
                        "frame-src " + parler,
                        "connect-src " + parler));
    }

    private static String blog(String head, String start, String end) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Why queues beat cron</title>%s</head><body>
                %s
                <p>A queue forgets nothing: what could not be done now is done later, and nobody has to look.</p>
                <p>A clock starts work whether it can be done or not, and a second clock is needed to find out.</p>
                %s</body></html>
                """
                .formatted(head, start, end);
    }
}
