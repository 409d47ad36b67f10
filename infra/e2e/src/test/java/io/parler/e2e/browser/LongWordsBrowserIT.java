package io.parler.e2e.browser;

import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Titles and addresses without a space are broken into lines: no page scrolls sideways on a phone.
@SharedSuite
class LongWordsBrowserIT {
    private static final String WORD = "W".repeat(90);
    private static Browser browser;

    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;

    LongWordsBrowserIT(Suite suite, ApiClient api, TestSite site) {
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
    void noPageScrollsSideways() {
        String id = ApiClient.accepted(api.requestText(WORD, "A short text."));
        api.completed(id);
        String failed =
                ApiClient.accepted(api.request(site.url("/" + WORD.toLowerCase(Locale.ROOT))));
        api.awaitInLibrary(id);
        api.awaitInLibrary(failed);
        api.post("/v1/conversions/" + id + "/plays", "{\"started\":true,\"tenths\":[0]}");
        String podcast = api.post("/v1/podcasts", podcast()).json().path("id").asText();

        for (String page :
                List.of(
                        "/?library",
                        "/?listening",
                        "/?podcasts",
                        "/?podcast=" + podcast,
                        "/?conversion=" + id,
                        "/v1/conversions/" + id + "/player",
                        "/player?list=" + id,
                        "/?url=https://" + WORD.substring(0, 60) + ".example/")) {
            browser.open(suite.url(page));
            browser.until("document.body.textContent.toUpperCase().includes('WWWWWWWWWW')");
            browser.fitsAPhone();
        }
        api.send("DELETE", "/v1/podcasts/" + podcast, BodyPublishers.noBody());
    }

    private static String podcast() {
        return """
        {"title": "%1$s", "description": "%1$s", "author": "%1$s", "language": "en",
         "link": "https://blog.example/%1$s", "categories": ["Technology"]}
        """
                .formatted(WORD);
    }
}
