package io.parler.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command against answers a suite would give.
class ConvertTest {
    private static final String NO_FEED =
            "{\"type\":\"/problems/no-feed\",\"title\":\"No feed\",\"status\":404}";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> posted = new ArrayList<>();
    private HttpServer server;
    private URI origin;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        RunningSuite.write(folder, origin, origin, List.of("10.0.0.1"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPostBecomesAFileAndItsFiguresArePrinted() throws IOException {
        on("/v1/posts", 404, NO_FEED);
        accepted();
        on(
                "/v1/conversions/7",
                200,
                "{\"status\":\"processing\",\"progress\":{\"done\":50,\"total\":100}}");
        completed();
        Path file = folder.resolve("my.mp3");
        assertThat(convert("https://example.org/post", "--out", file.toString())).isZero();
        assertThat(posted).containsExactly("{\"source\":{\"url\":\"https://example.org/post\"}}");
        assertThat(file).hasContent("sound");
        assertThat(out.toString())
                .contains("The kettle test", "1:14 min", "450 KB", "1,003 (billed: 903)")
                .contains(origin + "/v1/conversions/7/player");
        assertThat(err.toString()).contains("spoken: 50 of 100 characters");
    }

    @Test
    void aFeedMeansItsNewestPost() {
        on(
                "/v1/posts",
                200,
                """
                {"feed":{"feedUrl":"https://example.org/feed.xml"},"posts":[{"url":"https://example.org/new"}]}
                """);
        accepted();
        completed();
        assertThat(convert("https://example.org/feed.xml", "--out", folder + "/a.mp3")).isZero();
        assertThat(posted).containsExactly("{\"source\":{\"url\":\"https://example.org/new\"}}");
    }

    @Test
    void aPostWhosePageNamesAFeedIsStillItself() {
        on(
                "/v1/posts",
                200,
                """
                {"feed":{"feedUrl":"https://example.org/feed.xml","siteUrl":"https://example.org/"},"posts":[{"url":"https://example.org/new"}]}
                """);
        on("/v1/article", 200, "{\"title\":\"Old\"}");
        accepted();
        completed();
        assertThat(convert("https://example.org/old", "--out", folder + "/a.mp3")).isZero();
        assertThat(posted).containsExactly("{\"source\":{\"url\":\"https://example.org/old\"}}");
    }

    @Test
    void withJsonNothingElseIsPrinted() {
        on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        assertThat(convert("https://example.org/a", "--json", "--out", folder + "/a.mp3")).isZero();
        assertThat(out.toString())
                .startsWith("{")
                .contains("\"title\" : \"The kettle test\"", "\"seconds\" : 74.952");
    }

    @Test
    void aFailedConversionExitsWith1AndItsReason() {
        on("/v1/posts", 404, NO_FEED);
        accepted();
        on(
                "/v1/conversions/7",
                200,
                """
                {"status":"failed","error":{"type":"/problems/no-article","title":"No article on that page","detail":"Nothing reads as a post."}}
                """);
        assertThat(convert("https://example.org/tags", "--out", folder + "/a.mp3")).isEqualTo(1);
        assertThat(err.toString())
                .contains("parler: No article on that page: Nothing reads as a post.");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("a.mp3")).doesNotExist();
    }

    @Test
    void anInnerAddressThatIsRefusedNamesTheFlagThatAllowsIt() {
        on(
                "/v1/posts",
                422,
                """
                {"type":"/problems/url-not-allowed","title":"That address may not be read","detail":"It is not public."}
                """);
        assertThat(convert("http://127.0.0.1:8000/post")).isEqualTo(1);
        assertThat(err.toString())
                .contains("That address may not be read: It is not public.")
                .contains("./parler up --allow 127.0.0.1:8000");
    }

    @Test
    void whatARunningSuiteWasNotAllowedIsNotPassedOver() {
        assertThat(convert("http://10.0.0.2/post", "--allow", "10.0.0.1", "--allow", "10.0.0.2"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("started without --allow 10.0.0.2; stop it first.");
        assertThat(posted).isEmpty();
    }

    @Test
    void aTextFileIsConvertedUnderItsNameOrTitle() throws IOException {
        Path text = Files.writeString(folder.resolve("A note.txt"), "Hello.");
        accepted();
        completed();
        assertThat(convert("--text", text.toString(), "--voice", "Amy", "--out", folder + "/a.mp3"))
                .isZero();
        assertThat(posted)
                .containsExactly(
                        "{\"source\":{\"title\":\"A note\",\"text\":\"Hello.\"},\"voice\":\"Amy\"}");
    }

    private void accepted() {
        on("/v1/conversions", 202, "{\"id\":\"7\",\"status\":\"queued\"}");
    }

    private void completed() {
        on(
                "/v1/conversions/7",
                200,
                """
                {"id":"7","status":"completed","title":"The kettle test","voice":"Joanna","characters":1003,"billedCharacters":903,
                 "audio":{"url":"http://elsewhere/audio/7/the-kettle-test.mp3","seconds":74.952,"bytes":450006}}
                """);
        on("/audio/7/the-kettle-test.mp3", 200, "sound");
    }

    private void on(String path, int status, String body) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(new Answer(status, body));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(body);
            }
            Deque<Answer> ready =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
            Answer answer = ready.isEmpty() ? new Answer(404, "{}") : ready.remove();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int convert(String... arguments) {
        CommandLine command = Parler.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("convert", "--data", folder.toString()));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(String[]::new));
    }
}
