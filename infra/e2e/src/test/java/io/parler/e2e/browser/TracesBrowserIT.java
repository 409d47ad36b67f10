package io.parler.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/// The page of traces shows the path of a conversion through the services.
@SharedSuite
class TracesBrowserIT {
    private static Browser browser;

    private final Suite suite;
    private final ApiClient api;

    TracesBrowserIT(Suite suite, ApiClient api) {
        this.suite = suite;
        this.api = api;
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
    void theFunctionsOfAConversionAreDrawnWithWhatTheyLogged() {
        String id = ApiClient.accepted(api.requestText("Traced", "A short text."));
        api.completed(id);

        browser.open(suite.url("/_local?text=" + id));

        for (String function :
                new String[] {
                    "post-conversion-PostConversionApi",
                    "conversion-ConversionWorker",
                    "status-StatusRecorder",
                    "post-conversion-QuotaRecorder"
                }) {
            browser.until(
                    "[...document.querySelectorAll('.lane')].some(lane => lane.textContent === '"
                            + function
                            + "' && lane.querySelector('.bar'))");
        }
        browser.until(
                "document.querySelector('tbody').textContent.includes('conversion.completed.v1')");
        browser.untilText(".row[aria-current]", "POST /v1/conversions", id);
        // While it runs, its bars are drawn again and again.
        browser.until("!document.querySelector('.bar.running')");
        browser.script(
                "document.querySelector(\"[aria-label='conversion-ConversionWorker'] .bar\").focus()");
        browser.type(Keys.ENTER);
        browser.until(
                "document.querySelector('caption').textContent.startsWith('What this invocation')");
        browser.until("!document.querySelector('tbody').textContent.includes('StatusRecorder')");
        for (boolean dark : new boolean[] {true, false}) {
            browser.setDark(dark);
            assertThat(browser.accessibilityViolations()).as("dark: " + dark).isEmpty();
        }
        browser.fitsAPhone();
        assertThat(browser.errors()).isEmpty();
    }
}
