package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/// The player is used by keyboard, in every form, on pages of other sites.
@SharedSuite
class PlayerBrowserIT {
    private static final String PLAYS =
            "(() => { const a = document.querySelector('audio'); return !!a && !a.error && a.currentTime > 0.1; })()";

    private static final String NOTHING_TO_SCROLL =
            "((page) => page.scrollWidth <= page.clientWidth && page.scrollHeight <= page.clientHeight)(document.documentElement)";

    private static Browser browser;
    private static String player;
    private static List<String> shortRecordings = List.of();

    private final TestSite site;

    PlayerBrowserIT(TestSite site) {
        this.site = site;
    }

    @BeforeAll
    static void convert(Suite suite, ApiClient api) {
        player =
                api.completed(
                                ApiClient.accepted(
                                        api.post(
                                                "/v1/conversions",
                                                """
                                                {"source": {"title": "For every form of the player",
                                                "text": "The first sentence is here. The second one follows it. \
                                                The third one ends the first part.\\n\\nThe fourth sentence begins the second part."},
                                                "options": {"timing": "words"}}""")))
                        .at("/links/player")
                        .asText();
        shortRecordings =
                Stream.of("The first of a list", "The second of a list")
                        .map(title -> ApiClient.accepted(api.requestText(title, "One word.")))
                        .toList();
        shortRecordings.forEach(api::completed);
        browser = new Browser();
    }

    @Test
    void aListIsPlayedToItsEndAndMovedThroughByKeyboard(Suite suite) {
        String list = "/player?list=" + String.join(",", shortRecordings);
        for (boolean dark : List.of(false, true)) {
            browser.setDark(dark);
            browser.open(suite.url(list));
            browser.find(".queue [aria-current]");
            browser.find(".play");
            assertThat(browser.accessibilityViolations()).as("dark: " + dark).isEmpty();
        }
        assertThat(browser.text(".place")).isEqualTo("1 of 2");
        browser.tabTo(".play");
        browser.type(Keys.SPACE);
        browser.until("document.querySelector('.place').textContent === '2 of 2'");
        // Until it is loaded, the first one is there.
        browser.until("document.querySelector('.title').textContent === 'The second of a list'");
        browser.until(PLAYS);
        browser.until("document.activeElement.matches('.play')");
        // Or it would end, and the second one come again.
        browser.script("HTMLMediaElement.prototype.play = async () => {}");
        browser.tabTo(".queue a");
        browser.type(Keys.ARROW_UP, Keys.ENTER);
        browser.until("document.querySelector('.place').textContent === '1 of 2'");
        browser.fitsAPhone();
        assertThat(browser.errors()).isEmpty();
    }

    @AfterEach
    void lightAgain() {
        browser.leaveFrame();
        browser.setDark(false);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void nothingIsLoadedBeforePlay() {
        browser.open(player);
        browser.find(".controls");
        assertThat(browser.text(".all")).matches("0:[0-5]\\d");
        assertThat(audioRequests()).isEmpty();
        browser.find(".play").click();
        browser.until(PLAYS);
        assertThat(audioRequests()).isNotEmpty();
    }

    @Test
    void theTranscriptIsOneStopOfTheTabKey() {
        browser.open(player);
        browser.find(".controls");
        browser.tabTo("[aria-controls=transcript]");
        browser.type(Keys.ENTER);
        browser.until("document.querySelectorAll('.words a').length >= 4");
        browser.tabTo(".words a");
        browser.type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat((Boolean) browser.script("return document.activeElement.tabIndex === 0"))
                .isTrue();
        browser.type(Keys.ENTER);
        browser.until("document.querySelector('.now').textContent !== '0:00'");
        browser.until("document.activeElement.getAttribute('aria-current') === 'true'");
        browser.until("document.querySelectorAll('.words .heard').length === 1");
        browser.type(Keys.TAB);
        assertThat((Boolean) browser.script("return !document.activeElement.matches('.words a')"))
                .as("the next Tab leaves the transcript")
                .isTrue();
        browser.type("m");
        browser.until("document.querySelector('audio').muted");
        browser.type("m", Keys.ESCAPE);
        browser.until("document.querySelector('#transcript').hidden");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void everyPanelIsAccessibleInLightAndDark() {
        for (boolean dark : List.of(false, true)) {
            browser.setDark(dark);
            browser.open(player);
            for (String panel : List.of("transcript", "chapters", "more")) {
                browser.find("[aria-controls=" + panel + "]").click();
                browser.until("!document.querySelector('#" + panel + " .state:not(:empty)')");
                browser.script("document.querySelector('.keys').open = true");
                assertThat(browser.accessibilityViolations()).as(panel + dark).isEmpty();
            }
        }
    }

    @Test
    void everyFormFitsItsFrame() {
        StringBuilder frames = new StringBuilder();
        List<String> sizes =
                List.of(
                        "&form=full 640 200",
                        "&form=full 360 200",
                        "&form=full 200 200",
                        "&form=compact 480 112",
                        "&form=compact 200 112",
                        "&form=mini 480 48",
                        "&form=mini 200 48");
        for (String size : sizes) {
            String[] parts = size.split(" ", 3);
            frames.append(frame("f" + sizes.indexOf(size), parts[0], parts[1], parts[2], ""));
        }
        String page = site.show("/forms", host(frames.toString()));
        for (boolean dark : List.of(false, true)) {
            browser.setDark(dark);
            browser.open(page);
            for (int i = 0; i < sizes.size(); i++) {
                browser.enterFrame("#f" + i);
                browser.find(".play");
                browser.until(NOTHING_TO_SCROLL + " // " + sizes.get(i));
            }
            browser.leaveFrame();
            // Each frame has a main landmark of its own.
            assertThat(browser.accessibilityViolations())
                    .as("dark: " + dark)
                    .allMatch(violation -> violation.startsWith("landmark-unique:"));
        }
    }

    @Test
    void aPageChoosesThemeColorAndBeginning() {
        browser.setDark(true);
        browser.open(player + "?theme=light&color=ffcc00&t=0:01");
        assertThat(browser.text(".now")).isEqualTo("0:01");
        assertThat(browser.find("html").getCssValue("background-color"))
                .isEqualTo("rgba(255, 255, 255, 1)");
        assertThat(browser.find(".play").getCssValue("background-color"))
                .as("a darker yellow, which can be read on white")
                .matches("rgba\\(1[2-4]\\d, 1[01]\\d, 0, 1\\)");
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @Test
    void aSandboxedFrameWorks() {
        browser.open(
                site.show("/sandbox", host(frame("f", "", "480", "200", "sandbox=allow-scripts"))));
        browser.enterFrame("#f");
        browser.find(".play").click();
        browser.until(PLAYS);
        browser.find("[aria-controls=transcript]").click();
        browser.until("document.querySelectorAll('.words a').length >= 4");
        browser.find(".download").click();
        assertThat(browser.find(".by-hand input").getDomProperty("value")).endsWith(".mp3");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void onePlayerOfAPagePlays() {
        String frames = frame("a", "", "480", "200", "") + frame("b", "", "480", "200", "");
        browser.open(site.show("/two", host(frames)));
        browser.enterFrame("#a");
        browser.find(".play").click();
        browser.until(PLAYS);
        browser.enterFrame("#b");
        browser.find(".play").click();
        browser.until(PLAYS);
        browser.enterFrame("#a");
        browser.until("document.querySelector('audio').paused");
    }

    private static List<?> audioRequests() {
        return (List<?>)
                Objects.requireNonNull(
                        browser.script(
                                "return performance.getEntriesByType('resource').map(e => e.name).filter(name => name.includes('/audio/'))"));
    }

    private static String host(String body) {
        return "<!doctype html><html lang=\"en\"><head><title>A blog</title><link rel=\"icon\" href=\"data:,\"></head>"
                + "<body><main><h1>A post</h1>"
                + body
                + "</main></body></html>";
    }

    private static String frame(
            String id, String parameters, String width, String height, String more) {
        return "<iframe id=\"%s\" title=\"Listen %s\" src=\"%s?theme=auto%s\" width=\"%s\" height=\"%s\" frameborder=\"0\" %s></iframe>"
                .formatted(id, id, player, parameters, width, height, more);
    }
}
