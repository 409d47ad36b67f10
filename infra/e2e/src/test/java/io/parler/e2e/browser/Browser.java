package io.parler.e2e.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.parler.e2e.project.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
                                "--disable-background-networking",
                                "--no-first-run");
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(chromedriver.toFile())
                                .build(),
                        options);
    }

    /// Opens a page in a desktop-sized window, and forgets earlier errors.
    void open(String url) {
        driver.manage().window().setSize(DESK);
        driver.manage().logs().get(LogType.BROWSER);
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
        driver.manage().window().setSize(new Dimension(360, 740));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    /// The first visible element that matches; waits for one.
    WebElement find(String css) {
        return waiting()
                .until(
                        d ->
                                d.findElements(By.cssSelector(css)).stream()
                                        .filter(WebElement::isDisplayed)
                                        .findFirst()
                                        .orElse(null));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /// Types into the focused element.
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /// Presses Tab until a matching element has the focus. Fails if no element of the page
    /// matches.
    WebElement tabTo(String css) {
        for (int i = 0; i < 60; i++) {
            type(Keys.TAB);
            WebElement focused = driver.switchTo().activeElement();
            if (Boolean.TRUE.equals(
                    script("return arguments[0].matches(arguments[1])", focused, css))) {
                return focused;
            }
        }
        throw new AssertionError("Tab never came to " + css + " on " + address());
    }

    @Nullable Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    void until(String script) {
        waiting()
                .until(
                        d ->
                                Boolean.TRUE.equals(
                                        ((JavascriptExecutor) d)
                                                .executeScript("return " + script)));
    }

    /// The accessibility violations of the page.
    List<String> accessibilityViolations() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream().map(Browser::inWords).toList();
    }

    /// The errors in the browser's log: failed scripts, and content that was blocked.
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private WebDriverWait waiting() {
        var waiting = new WebDriverWait(driver, PATIENCE);
        waiting.ignoring(org.openqa.selenium.WebDriverException.class);
        return waiting;
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
