package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The player without a frame, on a blog's page.
@SharedSuite
class ComponentBrowserIT {
    private static final String HOST = "document.querySelector('parler-player')";
    private static final String SHADOW = HOST + ".shadowRoot";
    private static final String READY = SHADOW + "?.querySelector('.play') != null";

    /// Longer than a line, without a place to break.
    private static final String TITLE = "Of" + "w".repeat(88);

    private static Browser browser;
    private static String parler;
    private static String player;
    private static String frame;

    private final TestSite site;

    ComponentBrowserIT(TestSite site) {
        this.site = site;
    }

    @BeforeAll
    static void convert(Suite suite, ApiClient api) {
        String home = suite.url("/");
        parler = home.substring(0, home.length() - 1);
        String id =
                ApiClient.accepted(
                        api.requestText(
                                TITLE,
                                "The first sentence is here. The second one follows it. "
                                        .repeat(10)));
        api.completed(id);
        player = snippet().replaceFirst("url=\"[^\"]*\"", "conversion=\"" + id + "\"");
        frame =
                "<iframe title=\"Listen\" src=\"%s\" width=\"480\" height=\"200\"></iframe>"
                        .formatted(suite.url("/v1/conversions/" + id + "/player"));
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aStrictPolicyThatAllowsOurScriptIsEnough() {
        // A policy forbids the height in the code; it stands in the blog's style sheet then.
        String strict = player.replaceFirst(" style=\"[^\"]*\"", "");
        browser.open(
                site.page(
                        "/component/strict",
                        blog("", strict),
                        "default-src 'none'; img-src data:; script-src %1$s; connect-src %1$s; media-src %1$s"
                                .formatted(parler)));
        browser.until(READY);
        assertThat(audioRequests()).isEqualTo(0L);

        browser.findInside("parler-player", ".play").click();
        browser.until(HOST + ".currentTime > 0.1");
        browser.findInside("parler-player", "[aria-controls=transcript]").click();
        browser.until(SHADOW + ".querySelectorAll('.words a').length >= 2");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void nothingOnThePageMovesAndNothingScrollsSideways() {
        String page =
                site.page(
                        "/component/still",
                        blog("<style>html { font-size: 62.5% }</style>", player),
                        "");
        for (boolean phone : List.of(false, true)) {
            browser.open("about:blank");
            if (phone) {
                browser.phone();
            }
            browser.go(page);
            browser.until(READY);
            browser.until("document.documentElement.scrollWidth <= innerWidth");
            browser.until(HOST + ".offsetHeight === 200");
            assertThat(shift()).as("phone: " + phone).isEqualTo("0");
        }
    }

    @Test
    void everyFormAndThemeIsAccessible() {
        for (String look :
                List.of("theme=\"light\"", "theme=\"dark\"", "compact", "form=\"mini\"")) {
            browser.open(
                    site.page(
                            "/component/look",
                            blog("", player.replaceFirst("conversion=", look + " conversion=")),
                            ""));
            browser.until(READY);
            if (look.startsWith("theme")) {
                browser.findInside("parler-player", "[aria-controls=transcript]").click();
                browser.until(SHADOW + ".querySelectorAll('.words a').length >= 2");
            }
            assertThat(browser.accessibilityViolations()).as(look).isEmpty();
        }
    }

    @Test
    void startingOnePausesTheOther() {
        browser.open(
                site.page(
                        "/component/two",
                        blog("", player + player.replaceFirst("<parler-player", "$0 id=\"b\"")),
                        ""));
        browser.until(READY);
        browser.findInside("parler-player", ".play").click();
        browser.until("!" + HOST + ".paused");
        browser.findInside("#b", ".play").click();
        browser.until(HOST + ".paused && !document.querySelector('#b').paused");
    }

    @Test
    void aPlayerInAFrameAndOneWithoutPauseEachOther() {
        browser.open(site.page("/component/frame", blog("", player + frame), ""));
        browser.until(READY);
        browser.findInside("parler-player", ".play").click();
        browser.until("!" + HOST + ".paused");

        browser.enterFrame("iframe");
        browser.find(".play").click();
        browser.until("!document.querySelector('audio').paused");
        browser.leaveFrame();
        browser.until(HOST + ".paused && " + HOST + ".currentTime < " + HOST + ".duration");

        browser.findInside("parler-player", ".play").click();
        browser.until("!" + HOST + ".paused");
        browser.enterFrame("iframe");
        browser.until("document.querySelector('audio').paused");
        browser.leaveFrame();
    }

    /// The code of docs/player.md.
    private static String snippet() {
        String guide = ProjectFiles.read(ProjectFiles.path("docs", "player.md"));
        int start = guide.indexOf("```html\n", guide.indexOf("## Without a frame")) + 8;
        return guide.substring(start, guide.indexOf("```", start))
                .replace("https://parler.example.com", parler);
    }

    /// How far what stands on the page has moved by itself (Cumulative Layout Shift).
    private static String shift() {
        Object shift =
                browser.script(
                        """
                        let all = 0;
                        const observer = new PerformanceObserver(() => {});
                        observer.observe({type: 'layout-shift', buffered: true});
                        observer.takeRecords().forEach(entry => { all += entry.hadRecentInput ? 0 : entry.value; });
                        return String(all)""");
        return String.valueOf(shift).toLowerCase(Locale.ROOT);
    }

    private static Object audioRequests() {
        Object requests =
                browser.script(
                        "return performance.getEntriesByType('resource').filter(e => e.name.includes('/audio/')).length");
        return requests == null ? "none" : requests;
    }

    private static String blog(String head, String code) {
        return """
               <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>
               <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">%s</head>
               <body><main><h1>A post</h1>%s<p>The text of the post.</p></main></body></html>
               """
                .formatted(head, code);
    }
}
