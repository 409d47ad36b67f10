package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// The site is used by keyboard in a browser.
@SharedSuite
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

    /// A test that failed may have chosen another voice or other options.
    @BeforeEach
    void startWithoutChoices() {
        browser.forget(suite.url("/"));
        browser.setDark(false);
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

        api.awaitInLibrary(browser.address().replaceFirst(".*conversion=", ""));
        browser.open(suite.url("/"));
        browser.find("ol.recent li a");
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @Test
    void severalPostsHaveOnePriceAndTheConvertedOnesAreMarked() {
        String converted = site.url("/post/bulk-1");
        api.awaitInLibrary(api.converted(converted).path("id").asText());
        // A feed of this test's own: others may have converted all posts of the sample.
        String feed =
                site.show(
                        "/bulk/feed.xml",
                        "<rss version='2.0'><channel><title>Three posts</title>"
                                + item("One", converted)
                                + item("Two", site.url("/post/bulk-2"))
                                + item("Three", site.url("/post/bulk-3"))
                                + "</channel></rss>");
        browser.open(suite.url("/?as=posts&url=" + ApiClient.encoded(feed)));
        browser.find(".converted");
        browser.tabTo(".select-all button");
        browser.type(Keys.ENTER);
        browser.until("!!document.querySelector('.bulk .primary:enabled')");
        assertThat(browser.text(".bulk .price")).matches("[\\d,]+ characters, about .+ · .+");
        assertThat(browser.all(".post input:checked")).hasSize(2);
        checkBothSchemesAndSizes();
        assertThat(browser.errors()).isEmpty();
    }

    private static String item(String title, String url) {
        return "<item><title>" + title + "</title><link>" + url + "</link></item>";
    }

    @Test
    void theLibraryIsSearchedPlayedTriedAgainAndDeleted() {
        String played =
                ApiClient.accepted(
                        api.requestText(
                                "For the library",
                                "A short text, for the library to play. It goes on for a while."));
        api.awaitInLibrary(played);
        String failed =
                ApiClient.accepted(
                        api.post(
                                "/v1/conversions",
                                "{\"source\": {\"url\": \""
                                        + site.url("/fails-in-the-library")
                                        + "\"}}"));
        api.awaitInLibrary(failed);
        browser.open(suite.url("/?library"));
        browser.until(rows("For the library", 1));
        browser.script("document.querySelector('#library-text').focus()");
        browser.type("For the library");
        browser.until("document.querySelectorAll('.library > li').length === 1");
        browser.tabTo(".library > li > input");
        browser.type(Keys.SPACE);
        browser.find(".bulk");
        browser.tabTo(".library button.mark");
        browser.type(Keys.ENTER);
        browser.until(PLAYS);
        checkBothSchemesAndSizes();

        browser.open(suite.url("/?library&status=failed&q=fails-in-the-library"));
        browser.until(rows("fails-in-the-library", 1));
        checkBothSchemesAndSizes();
        browser.tabTo("#retry-" + failed);
        browser.type(Keys.ENTER);
        // Not the announcement: it is replaced as soon as the retry has failed too.
        String isEarlier = "!!document.querySelector('.earlier > li[data-id=\"" + failed + "\"]')";
        browser.until(isEarlier);
        api.awaitInLibrary(
                String.valueOf(
                        browser.script(
                                "return document.querySelector('.library > li').dataset.id")));
        browser.open(suite.url("/?library&status=failed&q=fails-in-the-library"));
        browser.until(isEarlier);

        browser.open(suite.url("/?library&q=for+the+library"));
        browser.until(rows("For the library", 1));
        browser.script("window.confirm = () => true");
        browser.tabTo(".library .danger");
        browser.type(Keys.ENTER);
        browser.until(rows("For the library", 0));
        api.awaitGoneFromLibrary(played);
        browser.open(suite.url("/?library&q=for+the+library"));
        browser.until("document.querySelector('#library-count').textContent.startsWith('Nothing')");
        // What other tests have converted may be deleted while it is polled.
        assertThat(browser.errors()).allMatch(error -> error.contains("/v1/conversions/"));
    }

    private static String rows(String title, int count) {
        return "[...document.querySelectorAll('.library > li')].filter(row => row.textContent.includes('"
                + title
                + "')).length === "
                + count;
    }

    private void checkBothSchemesAndSizes() {
        for (boolean dark : new boolean[] {true, false}) {
            browser.setDark(dark);
            assertThat(browser.accessibilityViolations()).as("dark: " + dark).isEmpty();
        }
        browser.fitsAPhone();
        assertThat(browser.accessibilityViolations()).as("on a phone").isEmpty();
        browser.desk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?library",
                "/?following",
                "/?collections",
                "/?podcasts",
                "/?listening=7",
                "/?paste",
                "/?pronunciations",
                "/sample/",
                "/problems/",
                "/api/",
                "/problems/no-article",
                "/no/such/page"
            })
    void publicPagesNeedNoAccount(String path) {
        browser.open(suite.url(path));
        browser.find("h1");
        assertThat(browser.accessibilityViolations()).isEmpty();
        browser.fitsAPhone();
    }

    @Test
    void playsAreShownByDayAndByRecording() {
        String id =
                api.completed(ApiClient.accepted(api.requestText("Heard twice", "Listen to me.")))
                        .path("id")
                        .asText();
        String report = "{\"started\":true,\"tenths\":[0,1,2],\"seconds\":1}";
        for (int i = 0; i < 2; i++) {
            assertThat(api.post("/v1/conversions/" + id + "/plays", report).status())
                    .isEqualTo(204);
        }

        browser.open(suite.url("/?listening"));

        assertThat(browser.text(".recording a[href*='" + id + "']")).isEqualTo("Heard twice");
        assertThat(browser.text("nav [aria-current=page]")).isEqualTo("Listening");
        assertThat((Long) browser.script("return document.querySelectorAll('.chart > i').length"))
                .as("a bar for each of 30 days, and ten for each recording")
                .isGreaterThanOrEqualTo(40L);
        checkBothSchemesAndSizes();
    }

    @Test
    void aBlogIsConvertedForOnePriceAfterAYes() {
        String blog = "/a-whole-blog-" + UUID.randomUUID();
        String feed =
                site.show(
                        blog,
                        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                                + "<channel><title>A short blog</title>"
                                + note("One", blog)
                                + note("Two", blog)
                                + "</channel></rss>");
        browser.open(suite.url("/?collections"));
        browser.tabTo("#collection-address");
        browser.type(feed, Keys.ENTER);
        assertThat(browser.text(".progress-box .primary")).isEqualTo("Convert 2 posts");
        assertThat(browser.text("nav [aria-current=page]")).isEqualTo("Collections");
        checkBothSchemesAndSizes();
        browser.tabTo(".progress-box .primary");
        browser.type(Keys.ENTER);
        browser.until("document.querySelector('#stage').textContent === 'Completed'");
        browser.open(browser.address());
        browser.until(
                "document.querySelectorAll('.collection-posts .post-completed a').length === 2");
        assertThat(browser.text("h1")).isEqualTo("A short blog");
        checkBothSchemesAndSizes();
        browser.open(suite.url("/?collections"));
        browser.find(".shows a[href*='collection=']");
        checkBothSchemesAndSizes();
        assertThat(browser.errors()).isEmpty();
    }

    private static String note(String title, String blog) {
        return "<item><guid>"
                + title
                + "</guid><title>"
                + title
                + "</title><content:encoded>Note "
                + title
                + " of the blog at "
                + blog
                + " is short, and read aloud all the same, to its end.</content:encoded></item>";
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
        browser.untilText("h1", "For the player");
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
        browser.fitsAPhone();
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
        browser.untilText(
                ".ledger",
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
        String whole = browser.text(".quote .price");
        assertThat(whole).matches("[\\d,]+ characters, about \\d+ seconds · .+ with Joanna.+");
        browser.untilText(".quote", "With another engine:", "standard under $0.01");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.tabTo("details.how summary");
        browser.type(Keys.ENTER);
        browser.tabTo("#how-code");
        browser.type("Leave");
        browser.until(quotes("with Joanna (neural)") + " && !" + quotes(whole.substring(0, 15)));
        assertThat(characters(browser.text(".quote .price"))).isLessThan(characters(whole));
        browser.tabTo(".how .link");
        browser.type(Keys.ENTER);
        browser.until(quotes(whole));

        browser.script("document.querySelector('#voice').focus()");
        browser.type("Matthew");
        browser.until(quotes("with Matthew (neural)"));
        assertThat(browser.text(".voice-facts"))
                .isEqualTo("neural · $16 per million characters on AWS");
        browser.tabTo(".quote .link");
        browser.type(Keys.ENTER);
        browser.until(quotes("with Matthew (standard)"));
        assertThat((Boolean) browser.script("return document.activeElement.id === 'voice'"))
                .as("the focus is where the choice was made")
                .isTrue();
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
        // It would end while its button is checked.
        browser.script("document.querySelector('audio').loop = true");
        browser.type(Keys.ENTER);
        browser.until(PLAYS);
        browser.untilText(".hear", "Stop");
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
        browser.untilText(".view-head", "Voice: Joanna, neural");
        api.awaitInLibrary(id);
        browser.open(suite.url("/"));
        assertThat(browser.text("ol.recent li:has(a[href*='" + id + "'])"))
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
