package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.KeySuite;
import io.parler.e2e.suite.KeySuite.CreatedKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/// The page where keys are needed: signed out, signed in, with a revoked key, and at the cap.
@ExtendWith(KeySuite.Extension.class)
class SignInIT {
    /// Nothing is loaded before Play; so this asks for it.
    private static final String LOADS =
            "(() => { const a = document.querySelector('audio'); if (!a) return false;"
                    + " if (a.preload !== 'metadata') { a.preload = 'metadata'; a.load(); }"
                    + " return !a.error && a.readyState >= 1; })()";

    /// Each test has its own: another one's may be signed in.
    private final Browser browser = new Browser();

    private final KeySuite installation;
    private final ApiClient api;

    SignInIT(KeySuite installation) {
        this.installation = installation;
        this.api = installation.suite().api();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aPersonSignsInListensToAPrivateRecordingAndSignsOut() {
        CreatedKey key = installation.create("A listener");
        String conversion = convertPrivately(key.key(), "Words that only one person hears.");
        open("/");
        assertThat(browser.text("form.sign-in-form h2")).isEqualTo("Sign in");
        assertThat(browser.accessibilityViolations()).isEmpty();
        open("/v1/conversions/" + conversion + "/player");
        assertThat(browser.text("h1")).isEqualTo("This recording is private");
        assertThat(browser.accessibilityViolations()).isEmpty();

        open("/");
        signIn(mistyped(key.key()));
        browser.until(
                "document.querySelector('.field-problem').textContent.includes('mistake in that key')");
        signIn(key.key());
        browser.find("ol.recent li a");
        browser.untilText("ol.recent li", "Private");
        assertThat(browser.accessibilityViolations()).isEmpty();

        open("/?conversion=" + conversion);
        browser.find("audio");
        assertThat(browser.all("textarea#embed")).isEmpty();
        browser.until(LOADS);
        assertThat(browser.accessibilityViolations()).isEmpty();
        open("/v1/conversions/" + conversion + "/player");
        browser.until(LOADS);
        assertThat(browser.address()).endsWith("/player/private");
        assertThat(browser.errors()).isEmpty();

        open("/");
        browser.find("button.session").click();
        browser.find("form.sign-in-form");
    }

    @Test
    void aRevokedKeyEndsItsSession() {
        CreatedKey key = installation.create("A lost laptop");
        open("/problems/");
        browser.script(
                "window.signedIn = null; fetch('/v1/session', {method: 'POST', headers:"
                        + " {'Content-Type': 'application/json'}, body: JSON.stringify({key:"
                        + " arguments[0]})}).then((r) => { window.signedIn = r.status; })",
                key.key());
        browser.until("window.signedIn === 200");

        installation.keys("revoke", key.id());

        open("/");
        assertThat(browser.text("form.sign-in-form h2")).isEqualTo("You were signed out");
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    @Test
    void theCapIsSaidBeforeAndWhenItIsReached() {
        CreatedKey key = installation.create("A small plan", "--monthly-characters", "60");
        convertPrivately(key.key(), "About fifty characters are spoken of this text.");
        open("/");
        signIn(key.key());
        browser.until("document.querySelector('.usage.warn') !== null");
        browser.untilText(".usage", "of 60 characters");
        assertThat(browser.accessibilityViolations()).isEmpty();

        open("/?paste");
        browser.tabTo("#title");
        browser.type("Too much");
        browser.tabTo("#text");
        browser.type("This text has far more characters than are left of the sixty.");
        browser.tabTo("form.convert button[type=submit]");
        browser.type(Keys.ENTER);
        browser.untilText(".problem", "60");
        assertThat(browser.accessibilityViolations()).isEmpty();
    }

    private void open(String path) {
        browser.open(installation.suite().url(path));
    }

    private static String mistyped(String key) {
        return key.substring(0, 20) + (key.charAt(20) == 'z' ? 'y' : 'z') + key.substring(21);
    }

    private void signIn(String key) {
        browser.find("#key").clear();
        browser.find("#key").sendKeys(key, Keys.ENTER);
    }

    private String convertPrivately(String key, String text) {
        String body =
                "{\"options\": {\"visibility\": \"private\"}, "
                        + ApiClient.body("title", "Private", "text", text).substring(1);
        String id = ApiClient.accepted(send("POST", "/v1/conversions", key, body));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                send("GET", "/v1/library", key, "")
                                        .text()
                                        .contains(
                                                id
                                                        + "\",\"title\":\"Private\",\"status\":\"completed\""));
        return id;
    }

    private ApiResponse send(String method, String path, String key, String body) {
        return api.send(
                method, path, BodyPublishers.ofString(body), "Authorization", "Bearer " + key);
    }
}
