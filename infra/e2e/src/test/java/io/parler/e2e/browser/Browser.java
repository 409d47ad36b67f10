package io.parler.e2e.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A headless Chromium that is used by keyboard.
final class Browser implements AutoCloseable {
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final int PHONE_WIDTH = 360;

    /// A page may wait for a conversion on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int MAX_TEXT_REPORTED = 600;

    /// How often something is tried again that the page may have drawn anew meanwhile.
    private static final int ATTEMPTS = 3;

    /// What can have the focus.
    private static final String STOPS =
            "a[href], button, input, select, textarea, audio, summary, iframe, [tabindex]";

    /// A part of a page that is about to be drawn again.
    private static final String UNFINISHED = ".waiting, [aria-busy=true], .stale";

    /// A strong reference, so that the level stays set: Selenium warns at each start about a newer
    /// Chromium.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    /// Skips the test if there is no Chromium.
    Browser() {
        Path chromium = Machine.tool("chromium");
        Path chromedriver = Machine.tool("chromedriver");
        var options =
                new ChromeOptions()
                        .setBinary(chromium.toString())
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--mute-audio",
                                // A color that is half-way to another one has another contrast.
                                "--force-prefers-reduced-motion",
                                "--disable-background-networking",
                                "--no-first-run");
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(chromedriver.toFile())
                                .build(),
                        options);
    }

    /// Opens a page in a desktop-sized window, and forgets earlier errors: those of the page before
    /// too, which come when it is left.
    void open(String url) {
        driver.switchTo().defaultContent();
        driver.manage().window().setSize(DESK);
        driver.get("about:blank");
        driver.manage().logs().get(LogType.BROWSER);
        driver.get(url);
    }

    /// Deletes what the pages of this origin have stored.
    void forget(String origin) {
        driver.get("about:blank");
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin",
                Map.of("origin", origin, "storageTypes", "local_storage"));
    }

    /// Opens a page in the window as it is.
    void go(String url) {
        driver.get(url);
    }

    /// Lets pages see that the reader's system is dark, or light.
    void setDark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        dark ? "dark" : "light"))));
    }

    /// Goes into a frame of the page, to find and type there.
    void enterFrame(String css) {
        driver.switchTo().defaultContent();
        WebElement frame = find(css);
        driver.switchTo().frame(frame);
    }

    void leaveFrame() {
        driver.switchTo().defaultContent();
    }

    void phone() {
        driver.manage().window().setSize(new Dimension(PHONE_WIDTH, 740));
        until("innerWidth <= " + PHONE_WIDTH);
    }

    void desk() {
        driver.manage().window().setSize(DESK);
        until("innerWidth > " + PHONE_WIDTH);
    }

    /// Makes the window as wide as a phone, and waits until nothing of the page is wider.
    void fitsAPhone() {
        phone();
        until("document.documentElement.scrollWidth <= " + PHONE_WIDTH);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    /// The first visible element that matches; waits for one.
    WebElement find(String css) {
        return waitFor(
                "a visible " + css,
                d ->
                        d.findElements(By.cssSelector(css)).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst()
                                .orElse(null));
    }

    /// The text of the first visible element that matches, which may be drawn again meanwhile.
    String text(String css) {
        return waitFor(
                "the text of a visible " + css,
                d ->
                        d.findElements(By.cssSelector(css)).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst()
                                .map(WebElement::getText)
                                .orElse(null));
    }

    /// Waits until a visible element that matches has all these parts of text.
    void untilText(String css, String... parts) {
        waitFor(
                css + " with the text " + List.of(parts),
                d ->
                        d.findElements(By.cssSelector(css)).stream()
                                .filter(WebElement::isDisplayed)
                                .map(WebElement::getText)
                                .filter(text -> List.of(parts).stream().allMatch(text::contains))
                                .findFirst()
                                .orElse(null));
    }

    /// The first element that matches in the shadow tree of another one; waits for it.
    WebElement findInside(String host, String css) {
        return waitFor(
                css + " inside of " + host,
                d ->
                        d.findElement(By.cssSelector(host))
                                .getShadowRoot()
                                .findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /// Types into the focused element. Nothing was typed if it was drawn again just then.
    void type(CharSequence... keys) {
        for (int attempt = 1; ; attempt++) {
            try {
                driver.switchTo().activeElement().sendKeys(keys);
                return;
            } catch (StaleElementReferenceException e) {
                if (attempt == ATTEMPTS) {
                    throw new AssertionError(report("an element to type into"), e);
                }
            }
        }
    }

    /// Waits for a visible element that matches, and presses Tab until one has the focus.
    WebElement tabTo(String css) {
        find(css);
        for (int i = 0; i < ATTEMPTS * stops(); i++) {
            type(Keys.TAB);
            if (Boolean.TRUE.equals(
                    script("return document.activeElement.matches(arguments[0])", css))) {
                return driver.switchTo().activeElement();
            }
        }
        throw new AssertionError(report("the focus on " + css + " by Tab"));
    }

    /// How often Tab is pressed to come around: audio has several stops of its own.
    private int stops() {
        return 20 + all(STOPS).size();
    }

    @Nullable Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    void until(String script) {
        waitFor(
                script,
                d ->
                        Boolean.TRUE.equals(
                                        ((JavascriptExecutor) d).executeScript("return " + script))
                                ? true
                                : null);
    }

    /// The accessibility violations of the page, once it has loaded what it shows. What is drawn
    /// again while it is checked is checked again: a violation is there each time.
    List<String> accessibilityViolations() {
        List<String> violations = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            until("!document.querySelector('" + UNFINISHED + "')");
            violations =
                    new AxeBuilder()
                            .analyze(driver).getViolations().stream()
                                    .map(Browser::inWords)
                                    .toList();
            if (violations.isEmpty()) {
                break;
            }
        }
        return violations;
    }

    /// The errors in the browser's log: failed scripts, and content that was blocked. What was
    /// unavailable for a moment, as on a busy machine, pages try again.
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("status of 503"))
                .toList();
    }

    /// Waits until the condition has a value. Fails with all that is known of the page.
    private <T> T waitFor(String what, Function<WebDriver, @Nullable T> condition) {
        var waiting = new WebDriverWait(driver, PATIENCE);
        waiting.ignoring(WebDriverException.class);
        try {
            return Objects.requireNonNull(waiting.until(condition));
        } catch (TimeoutException e) {
            String reason =
                    e.getCause() instanceof WebDriverException last ? last.getRawMessage() : "";
            throw new AssertionError(report(what) + "\nlast failure: " + reason, e);
        }
    }

    /// CI shows only the message of a failure.
    private String report(String what) {
        List<String> lines = new ArrayList<>();
        lines.add("the page does not have: " + what);
        lines.add("page: " + known(this::address));
        lines.add("errors: " + known(() -> String.join("; ", errors())));
        lines.add("picture: " + known(this::picture));
        lines.add("text: " + known(this::visibleText));
        return String.join("\n", lines);
    }

    private String visibleText() {
        String text =
                String.valueOf(script("return document.body ? document.body.innerText : ''"))
                        .strip()
                        .replaceAll("\\s*\n\\s*", " | ");
        return text.substring(0, Math.min(MAX_TEXT_REPORTED, text.length()));
    }

    /// Saves a picture of the page, and returns where.
    private String picture() {
        try {
            Path folder =
                    Files.createDirectories(
                            ProjectFiles.path("infra", "e2e", "target", "pictures"));
            Path file = Files.createTempFile(folder, "failure", ".png");
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
            return file.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// A browser that has crashed knows nothing more.
    private static String known(Supplier<String> value) {
        try {
            return value.get();
        } catch (WebDriverException e) {
            return "unknown: " + e.getRawMessage();
        }
    }

    private static String inWords(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
