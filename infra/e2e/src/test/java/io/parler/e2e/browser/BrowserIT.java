package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import io.parler.e2e.suite.TestSite;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// The site is used by keyboard in a browser.
@ExtendWith(SuiteExtension.class)
class BrowserIT {
    private static final String PLAYS =
            "(() => { const a = document.querySelector('audio'); return !!a && !a.error && a.currentTime > 0.2; })()";
    private static Browser browser;

    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;

    BrowserIT(Suite suite, ApiClient api, TestSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
    }

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPostIsConvertedAndPlayedByKeyboardAlone() {
        browser.open(suite.url("/"));
        browser.tabTo("#address");
        browser.type(suite.url("/sample/feed.xml"), Keys.ENTER);
        browser.find("ol.posts li a");
        assertThat(browser.all("ol.posts li")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.tabTo("ol.posts li a");
        browser.type(Keys.ENTER);
        browser.find("form.convert button[type=submit]");
        browser.until(quotes(" with "));
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.tabTo("form.convert button[type=submit]");
        browser.type(Keys.ENTER);

        browser.find("audio");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertThat(browser.find("textarea#embed").getDomProperty("value"))
                .contains("<iframe", "/listen?url=", "/embed.js");
        browser.tabTo("audio");
        browser.type(Keys.SPACE);
        browser.until(PLAYS);
        assertThat(browser.errors()).isEmpty();

        browser.open(suite.url("/"));
        browser.find("ol.recent li a");
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?paste",
                "/?pronunciations",
                "/sample/",
                "/problems/",
                "/problems/no-article",
                "/no/such/page"
            })
    void publicPagesNeedNoAccount(String path) {
        browser.open(suite.url(path));
        browser.find("h1");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.phone();
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .as("no sideways scrolling")
                .isLessThanOrEqualTo(360L);
    }

    @Test
    void everyPostOfTheSampleBlogIsPublic() {
        for (JsonNode post : api.posts(suite.url("/sample/")).json().path("posts")) {
            browser.open(post.path("url").asText());
            browser.find("h1");
            assertThat(browser.accessibilityViolations()).as(post.path("url").asText()).isEmpty();
        }
    }

    @Test
    void thePlayerPlaysByKeyboardUnderItsStrictPolicy() {
        JsonNode conversion =
                api.completed(
                        ApiClient.accepted(
                                api.requestText(
                                        "For the player",
                                        "A short text, for the player to play. It goes on for a little while.")));
        String player = conversion.at("/links/player").asText();
        ApiResponse page = api.get(player);
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors *")
                .doesNotContain("unsafe-inline");
        assertThat(page.header("x-frame-options")).isEmpty();
        browser.open(player);
        assertThat(browser.find("h1").getText()).contains("For the player");
        browser.find(".play");
        assertThat(
                        (Boolean)
                                browser.script(
                                        "const audio = document.querySelector('audio'); return audio.paused && audio.readyState === 0"))
                .as("nothing plays or loads by itself")
                .isTrue();
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.tabTo(".play");
        browser.type(Keys.SPACE);
        browser.until(PLAYS);
        assertThat(browser.errors()).isEmpty();
        browser.phone();
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360L);
    }

    @Test
    void thePlayerOfAFailedConversionSaysWhy() {
        JsonNode failed =
                api.ended(
                        ApiClient.accepted(
                                api.post(
                                        "/v1/conversions",
                                        "{\"source\": {\"title\": \"T\", \"text\": \"A text.\"}, \"voice\": \"Nobody\"}")));
        browser.open(failed.at("/links/player").asText());
        assertThat(browser.find("body").getText()).containsIgnoringCase("voice");
        assertThat(browser.all("audio")).isEmpty();
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @Test
    void theScriptIsShownBeforeConverting() {
        browser.open(suite.url("/?as=post&url=" + ApiClient.encoded(site.url("/every-kind"))));
        browser.until(says("Code example, 2 lines of Java"));
        assertThat(browser.find(".ledger").getText())
                .contains(
                        "A watched kettle boils like any other",
                        "Heard by three people",
                        "skipped");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.tabTo("details.how summary");
        browser.type(Keys.ENTER);
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.tabTo("#how-code");
        browser.type("Leave");
        browser.until("!" + says("Code example, 2 lines of Java"));
        browser.tabTo(".how .link");
        browser.type(Keys.ENTER);
        browser.until(says("Code example, 2 lines of Java"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void thePriceIsShownBeforeConvertingAndFollowsTheOptions() {
        browser.open(suite.url("/?as=post&url=" + ApiClient.encoded(site.url("/every-kind"))));
        browser.until(quotes("with Joanna (neural)"));
        String whole = browser.find(".quote .price").getText();
        assertThat(whole).matches("[\\d,]+ characters, about \\d+:\\d\\d min · .+ with Joanna.+");
        assertThat(browser.find(".quote").getText())
                .contains("With another engine:", "standard under $0.01");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.tabTo("details.how summary");
        browser.type(Keys.ENTER);
        browser.tabTo("#how-code");
        browser.type("Leave");
        browser.until(quotes("with Joanna (neural)") + " && !" + quotes(whole.substring(0, 15)));
        assertThat(characters(browser.find(".quote .price").getText()))
                .isLessThan(characters(whole));
        browser.tabTo(".how .link");
        browser.type(Keys.ENTER);
        browser.until(quotes(whole));

        browser.script("document.querySelector('#voice').focus()");
        browser.type("Matthew");
        browser.until(quotes("with Matthew (neural)"));
        assertThat(browser.find(".voice-facts").getText())
                .isEqualTo("neural · $16 per million characters");
        browser.tabTo(".quote .link");
        browser.type(Keys.ENTER);
        browser.until(quotes("with Matthew (standard)"));
        assertThat((Boolean) browser.script("return document.activeElement.id === 'voice'"))
                .as("the focus is where the choice was made")
                .isTrue();
        browser.script("localStorage.clear()");
        assertThat(browser.errors()).isEmpty();
    }

    private static String quotes(String words) {
        return "!!document.querySelector('.quote:not(.stale)')?.textContent.includes('"
                + words
                + "')";
    }

    private static int characters(String price) {
        return Integer.parseInt(price.substring(0, price.indexOf(' ')).replace(",", ""));
    }

    @Test
    void aVoiceSampleIsPlayedAndTheVoiceChosenByKeyboard() {
        browser.open(suite.url("/?as=post&url=" + ApiClient.encoded(site.url("/every-kind"))));
        browser.until("!!document.querySelector('.hear:enabled')");
        assertThat((Boolean) browser.script("return document.querySelector('audio').paused"))
                .as("nothing plays by itself")
                .isTrue();
        WebElement button = browser.tabTo(".hear");
        assertThat(button.getAccessibleName()).isEqualTo("Hear a sample of Joanna, neural");
        browser.type(Keys.ENTER);
        browser.until(PLAYS);
        assertThat(button.getAccessibleName()).isEqualTo("Stop the sample of Joanna, neural");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.type(Keys.ENTER);
        browser.until("document.querySelector('audio').paused");
        assertThat(button.getText()).isEqualTo("Hear a sample");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void voicesAreDescribedInWords() {
        JsonNode conversion =
                api.completed(
                        ApiClient.accepted(api.requestText("For its voice", "A short text.")));
        String id = conversion.path("id").asText();
        browser.open(suite.url("/?conversion=" + id));
        browser.find("audio");
        assertThat(browser.find(".view-head").getText()).contains("Voice: Joanna, neural");
        browser.open(suite.url("/"));
        assertThat(browser.find("ol.recent").getText())
                .contains("Joanna, neural")
                .doesNotContain("polly:");
    }

    private static String says(String words) {
        return "document.querySelector('.ledger')?.textContent.includes('" + words + "')";
    }

    @Test
    void aPronunciationIsStoredUntilItIsRemoved() {
        browser.open(suite.url("/?pronunciations"));
        browser.find(".rule");
        browser.tabTo("[name=text]");
        browser.type("kubectl");
        browser.tabTo("[name=said]");
        browser.type("cube control", Keys.ENTER);
        browser.find(".pronunciations .notice");

        browser.open(suite.url("/?pronunciations"));
        assertThat(browser.find("[name=said]").getDomProperty("value")).isEqualTo("cube control");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.tabTo(".rule .link");
        browser.type(Keys.ENTER);
        browser.tabTo(".pronunciations .primary");
        browser.type(Keys.ENTER);
        browser.find(".pronunciations .notice");
        assertThat(browser.find("[name=text]").getDomProperty("value")).isEmpty();
    }

    @Test
    void aProblemIsShownWithItsHelp() {
        Stream.of(
                        "/?url=http%3A%2F%2F10.0.0.1%2F",
                        "/?conversion=01900000-0000-7000-8000-000000000000")
                .forEach(
                        path -> {
                            browser.open(suite.url(path));
                            browser.find("[role=alert], .problem");
                            assertThat(browser.accessibilityViolations()).as(path).isEmpty();
                        });
    }
}
