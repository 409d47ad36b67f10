package io.parler.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.LauncherCommand;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import io.parler.e2e.template.Template;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every route, tried by every kind of caller, on a suite that needs keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final Pattern KEY = Pattern.compile("plr_[A-Za-z0-9_-]{49}");
    private static final Pattern KEY_ID = Pattern.compile("key_[a-z0-9]+");
    private static final Pattern ACCOUNT = Pattern.compile("acc_[a-z0-9]+");
    private static final Path DATA = SuiteExtension.data("access");

    private Suite suite;
    private ApiClient api;

    /// The keys by the kind of caller: of one account, but for the last.
    private Map<Caller, String> keys;

    private String conversion;

    private String podcast;

    private enum Caller {
        NO_KEY,
        MISTYPED,
        REVOKED,
        WRONG_SCOPE,
        OTHER_ACCOUNT,
        RIGHT_KEY
    }

    /// A route, and the status that each kind of caller gets.
    ///
    /// @param scope what a key needs; empty for an open route
    private record Row(String route, String scope, Supplier<ApiCall> call, int other, int right) {
        int expected(Caller caller) {
            if (scope.isEmpty()) {
                return right;
            }
            return switch (caller) {
                case NO_KEY, MISTYPED, REVOKED -> 401;
                case WRONG_SCOPE -> 403;
                case OTHER_ACCOUNT -> other;
                case RIGHT_KEY -> right;
            };
        }
    }

    private record ApiCall(String method, String path, String body) {}

    @BeforeAll
    void start() {
        suite =
                Suite.start(
                        ProjectFiles.root(),
                        DATA,
                        Map.of("SIGN_IN", "key"),
                        "--fresh",
                        "--allow",
                        "127.0.0.1",
                        "--voice-engine",
                        "tone");
        api = suite.api();
        String created = keys("create", "Mara's blog");
        String right = key(created);
        String account = found(ACCOUNT, created);
        String lost = keys("create", "lost laptop", "--account", account);
        String other = key(keys("create", "Somebody else"));
        keys =
                Map.of(
                        Caller.MISTYPED, mistyped(right),
                        Caller.REVOKED, key(lost),
                        Caller.WRONG_SCOPE,
                                key(
                                        keys(
                                                "create",
                                                "page",
                                                "--account",
                                                account,
                                                "--scopes",
                                                "publish")),
                        Caller.OTHER_ACCOUNT, other,
                        Caller.RIGHT_KEY, right);
        keys("revoke", found(KEY_ID, lost));
        conversion = convert(right);
        podcast = podcast();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void everyCellOfTheTableHolds() {
        assertThat(wrongCells()).isEmpty();
    }

    private List<String> wrongCells() {
        List<String> wrong = new ArrayList<>();
        for (Row row : table()) {
            for (Caller caller : Caller.values()) {
                if (caller == Caller.WRONG_SCOPE && row.scope().equals("publish")) {
                    continue; // this key has the scope that the route needs
                }
                ApiResponse response = send(row.call().get(), caller);
                if (response.status() != row.expected(caller)) {
                    wrong.add(row.route() + ", " + caller + ": " + response);
                }
            }
        }
        return wrong;
    }

    @Test
    void theTableHasEveryRoute() {
        var tried = new TreeSet<String>();
        table().forEach(row -> tried.add(row.route()));
        var routed = new TreeSet<String>();
        Template.ofServices().forEach(template -> routed.addAll(template.routes()));
        routed.removeIf(route -> route.startsWith("HEAD "));

        assertThat(tried).isEqualTo(routed);
    }

    @Test
    void aRefusalSaysWhatIsWrongWithTheKey() {
        ApiCall call = new ApiCall("GET", "/v1/library", "");

        assertThat(send(call, Caller.NO_KEY).problem()).isEqualTo("sign-in-required");
        assertThat(send(call, Caller.MISTYPED).problem()).isEqualTo("key-mistyped");
        assertThat(send(call, Caller.REVOKED).problem()).isEqualTo("key-revoked");
        assertThat(send(call, Caller.WRONG_SCOPE).problem()).isEqualTo("scope-missing");
    }

    @Test
    void anotherAccountsLibraryIsEmpty() {
        ApiCall call = new ApiCall("GET", "/v1/library?limit=100", "");
        String newcomer = key(keys("create", "A newcomer"));

        assertThat(send(call, newcomer).json().path("conversions")).isEmpty();
        assertThat(send(call, Caller.RIGHT_KEY).text()).contains(conversion);
    }

    /// A price must not tell that another account has had the text synthesized.
    @Test
    void theSameTextCostsAnotherAccountItsWholePrice() {
        ApiCall call = new ApiCall("POST", "/v1/quotes", text());
        String newcomer = key(keys("create", "Another newcomer"));

        assertThat(send(call, Caller.RIGHT_KEY).json().path("billable").asInt()).isZero();
        assertThat(send(call, newcomer).json().path("billable").asInt()).isPositive();
    }

    @Test
    void aDeletedAccountIsGoneWithItsAudio() {
        String created = keys("create", "Leaves soon");
        String key = key(created);
        String id = convert(key);
        send(new ApiCall("PUT", "/v1/pronunciations", "{\"rules\":[]}"), key);

        keys("delete-account", found(ACCOUNT, created), "--yes");

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.get("/v1/conversions/" + id).status() == 410);
        assertThat(api.get("/v1/conversions/" + id + "/player").status()).isEqualTo(410);
        assertThat(api.get("/v1/conversions/" + conversion).status()).isEqualTo(200);
    }

    @Test
    void noKeyIsInAnyLog() throws Exception {
        assertThat(wrongCells()).isEmpty();

        List<Path> logs = new ArrayList<>(suite.logs());
        logs.add(DATA.resolveSibling(DATA.getFileName() + ".out"));
        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            for (String key : keys.values()) {
                assertThat(text).as(log.toString()).doesNotContain(key);
            }
            assertThat(KEY.matcher(text).find()).as(log.toString()).isFalse();
        }
    }

    private List<Row> table() {
        String page = "?url=" + ApiClient.encoded(suite.url("/sample/the-kettle-test/"));
        String feed = "?url=" + ApiClient.encoded(suite.url("/sample/feed.xml"));
        return List.of(
                open("GET /", "/"),
                open("GET /{proxy+}", "/problems/not-found"),
                open("GET /v1/openapi.json", "/v1/openapi.json"),
                open("GET /v1/conversions/{id}", "/v1/conversions/" + conversion),
                open("GET /v1/conversions/{id}/player", player()),
                row("", "GET /v1/listen", "/v1/listen" + page, 404),
                row("", "GET /listen", "/listen" + page, 404),
                open("GET /player/{version}/{file}", "/player/any/player.js"),
                row("", "GET /listen/{id}/{slug}", "/listen/unknown/post", 404),
                row("", "GET /listen/{id}", "/listen/unknown", 404),
                row("", "GET /oembed", "/oembed" + page, 404),
                open("GET /embed.js", "/embed.js"),
                open("GET /listen.js", "/listen.js"),
                open("GET /listen.css", "/listen.css"),
                open("GET /listen-page.js", "/listen-page.js"),
                row("read", "GET /v1/posts", "/v1/posts" + feed, 200),
                row("read", "GET /v1/article", "/v1/article" + page, 200),
                row("read", "GET /v1/library", "/v1/library", 200),
                row("read", "GET /v1/account", "/v1/account", 200),
                row("read", "GET /v1/usage", "/v1/usage", 200),
                row("read", "GET /v1/pronunciations", "/v1/pronunciations", 200),
                row("read", "GET /v1/voices", "/v1/voices", 200),
                row("read", "GET /v1/voices/{voice}/sample", "/v1/voices/Joanna/sample", 302),
                row("read", "POST /v1/scripts", "/v1/scripts", 200, text()),
                row("read", "POST /v1/quotes", "/v1/quotes", 200, text()),
                row(
                        "convert",
                        "PUT /v1/pronunciations",
                        "/v1/pronunciations",
                        200,
                        "{\"rules\":[]}"),
                row("convert", "POST /v1/conversions", "/v1/conversions", 202, text()),
                row("publish", "PATCH /v1/account", "/v1/account", 200, "{\"origins\":[]}"),
                open("GET /v1/podcasts/{id}/feed.xml", podcast + "/feed.xml"),
                open("GET /v1/podcasts/{id}/artwork/{file}", podcast + "/artwork/any.png"),
                row("read", "GET /v1/podcasts", "/v1/podcasts", 200),
                new Row("GET /v1/podcasts/{id}", "read", () -> at("GET", podcast), 404, 200),
                new Row("POST /v1/podcasts", "publish", AccessIT::newPodcast, 201, 201),
                new Row(
                        "PATCH /v1/podcasts/{id}",
                        "publish",
                        () -> new ApiCall("PATCH", podcast, "{}"),
                        404,
                        200),
                new Row(
                        "POST /v1/podcasts/{id}/secret",
                        "publish",
                        () -> at("POST", podcast + "/secret"),
                        404,
                        200),
                new Row(
                        "POST /v1/podcasts/{id}/episodes",
                        "publish",
                        () -> at("POST", podcast + "/episodes"),
                        404,
                        200),
                new Row(
                        "PUT /v1/podcasts/{id}/episodes/{conversionId}",
                        "publish",
                        () -> at("PUT", podcast + "/episodes/" + conversion),
                        404,
                        204),
                new Row(
                        "DELETE /v1/podcasts/{id}/episodes/{conversionId}",
                        "publish",
                        () -> at("DELETE", podcast + "/episodes/" + conversion),
                        404,
                        204),
                new Row(
                        "DELETE /v1/podcasts/{id}",
                        "publish",
                        () -> at("DELETE", podcast()),
                        404,
                        204),
                new Row(
                        "DELETE /v1/library/{id}",
                        "convert",
                        () -> new ApiCall("DELETE", "/v1/library/" + convert(right()), ""),
                        404,
                        204),
                new Row(
                        "DELETE /v1/conversions/{id}",
                        "convert",
                        () -> new ApiCall("DELETE", "/v1/conversions/" + convert(right()), ""),
                        404,
                        204),
                new Row(
                        "POST /v1/session",
                        "",
                        () -> new ApiCall("POST", "/v1/session", "{\"key\":\"" + right() + "\"}"),
                        200,
                        200),
                new Row(
                        "DELETE /v1/session",
                        "",
                        () -> new ApiCall("DELETE", "/v1/session", ""),
                        204,
                        204));
    }

    private static Row open(String route, String path) {
        return row("", route, path, 200);
    }

    private static Row row(String scope, String route, String path, int status) {
        return row(scope, route, path, status, "");
    }

    private static Row row(String scope, String route, String path, int status, String body) {
        String method = route.substring(0, route.indexOf(' '));
        return new Row(route, scope, () -> new ApiCall(method, path, body), status, status);
    }

    private static ApiCall at(String method, String path) {
        return new ApiCall(method, path, "");
    }

    private static ApiCall newPodcast() {
        return new ApiCall(
                "POST",
                "/v1/podcasts",
                """
                {"title": "Mine", "description": "Mine.", "link": "https://blog.example.com/",
                 "language": "en", "author": "Mara", "categories": ["Technology"]}\
                """);
    }

    /// The path of a new podcast of the account.
    private String podcast() {
        return "/v1/podcasts/" + send(newPodcast(), right()).json().path("id").asText();
    }

    private String player() {
        return "/v1/conversions/" + conversion + "/player";
    }

    private String right() {
        return keys.getOrDefault(Caller.RIGHT_KEY, "");
    }

    private static String text() {
        return ApiClient.body("title", "Mine", "text", "A text that only one account has read.");
    }

    private ApiResponse send(ApiCall call, Caller caller) {
        String key = keys.get(caller);
        return key == null
                ? api.send(call.method(), call.path(), BodyPublishers.ofString(call.body()))
                : send(call, key);
    }

    private ApiResponse send(ApiCall call, String key) {
        return api.send(
                call.method(),
                call.path(),
                BodyPublishers.ofString(call.body()),
                "Authorization",
                "Bearer " + key);
    }

    /// The id of a completed conversion of the account.
    private String convert(String key) {
        String id = ApiClient.accepted(send(new ApiCall("POST", "/v1/conversions", text()), key));
        api.completed(id);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> send(new ApiCall("GET", "/v1/library", ""), key).text().contains(id));
        return id;
    }

    private static String keys(String... arguments) {
        List<String> command = new ArrayList<>(List.of("keys"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", DATA.toString()));
        return LauncherCommand.output(command.toArray(String[]::new));
    }

    private static String key(String output) {
        return found(KEY, output);
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("nothing like " + pattern + " in: " + output);
        }
        return matcher.group();
    }

    private static String mistyped(String key) {
        char last = key.charAt(10);
        return key.substring(0, 10) + (last == 'x' ? 'y' : 'x') + key.substring(11);
    }
}
