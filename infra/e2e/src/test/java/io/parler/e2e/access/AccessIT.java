package io.parler.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.KeySuite;
import io.parler.e2e.suite.KeySuite.CreatedKey;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.template.Template;
import java.io.IOException;
import java.net.URI;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route, tried by every kind of caller, on a suite that needs keys.
@ExtendWith(KeySuite.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeySuite installation;
    private final Suite suite;
    private final ApiClient api;

    /// The keys by the kind of caller: of one account, but for the last.
    private Map<Caller, String> keys;

    private String conversion;
    private String privateConversion;

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
    /// @param scope what a key needs; empty for an open route, `own` where all others are refused
    private record Row(String route, String scope, Supplier<ApiCall> call, int other, int right) {
        int expected(Caller caller) {
            if (scope.isEmpty()) {
                return right;
            }
            if (scope.equals("own") && caller != Caller.RIGHT_KEY) {
                return other;
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

    AccessIT(KeySuite installation) {
        this.installation = installation;
        this.suite = installation.suite();
        this.api = suite.api();
    }

    @BeforeAll
    void createKeys() {
        CreatedKey right = installation.create("Mara's blog");
        CreatedKey lost = installation.create("lost laptop", "--account", right.account());
        keys =
                Map.of(
                        Caller.MISTYPED, mistyped(right.key()),
                        Caller.REVOKED, lost.key(),
                        Caller.WRONG_SCOPE,
                                installation
                                        .create(
                                                "page",
                                                "--account",
                                                right.account(),
                                                "--scopes",
                                                "publish")
                                        .key(),
                        Caller.OTHER_ACCOUNT, installation.create("Somebody else").key(),
                        Caller.RIGHT_KEY, right.key());
        installation.keys("revoke", lost.id());
        conversion = convert(right.key(), text());
        privateConversion = convert(right.key(), privateText());
        podcast = podcast(right.key());
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
        String newcomer = installation.create("A newcomer").key();

        assertThat(send(call, newcomer).json().path("conversions")).isEmpty();
        assertThat(send(call, Caller.RIGHT_KEY).text()).contains(conversion);
    }

    /// A price must not tell that another account has had the text synthesized.
    @Test
    void theSameTextCostsAnotherAccountItsWholePrice() {
        ApiCall call = new ApiCall("POST", "/v1/quotes", text());
        String newcomer = installation.create("Another newcomer").key();

        assertThat(send(call, Caller.RIGHT_KEY).json().path("billable").asInt()).isZero();
        assertThat(send(call, newcomer).json().path("billable").asInt()).isPositive();
    }

    @Test
    void aDeletedAccountIsGoneWithItsAudio() {
        CreatedKey created = installation.create("Leaves soon");
        String key = created.key();
        String id = convert(key, text());
        send(new ApiCall("PUT", "/v1/pronunciations", "{\"rules\":[]}"), key);
        String show = podcast(key);
        send(at("PUT", show + "/episodes/" + id), key);
        String hook = hook(key);
        assertThat(api.post(hook, "").status()).isEqualTo(202);
        assertThat(api.get(show + "/feed.xml").text()).contains(id);

        installation.keys("delete-account", created.account(), "--yes");

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.get("/v1/conversions/" + id).status() == 410);
        assertThat(api.get("/v1/conversions/" + id + "/player").status()).isEqualTo(410);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.get(show + "/feed.xml").status() == 404);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> api.post(hook, "").status() == 404);
        assertThat(api.get("/v1/conversions/" + conversion).status()).isEqualTo(200);
    }

    @Test
    void theFilesOfAPrivateConversionNeedASignedAddress() {
        JsonNode state =
                send(new ApiCall("GET", "/v1/conversions/" + privateConversion, ""), right())
                        .json();
        List<String> signed =
                List.of(
                        state.at("/audio/url").asText(),
                        state.at("/transcript/vttUrl").asText(),
                        state.at("/transcript/jsonUrl").asText(),
                        state.path("chaptersUrl").asText());
        for (String url : signed) {
            String path = url.substring(suite.url("").length());
            String unsigned = path.substring(0, path.indexOf('?'));
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
            assertThat(api.get(unsigned).status()).as(unsigned).isEqualTo(403);
            assertThat(api.get(path.replace("Expires=", "Expires=9")).status()).isEqualTo(403);
            assertThat(api.get(unsigned.replace("/private/", "/")).status()).isEqualTo(404);
        }
        assertThat(api.get("/v1/conversions/" + privateConversion + "/player").status())
                .isEqualTo(302);
        assertThat(
                        send(
                                        new ApiCall(
                                                "GET",
                                                "/v1/conversions/"
                                                        + privateConversion
                                                        + "/player/private",
                                                ""),
                                        right())
                                .text())
                .contains("Signature=");
    }

    /// The authorizer keeps what it has read for a minute, so a key that it doesn't know yet is
    /// tried.
    @Test
    void anAccountCanMakeItsConversionsPrivate() {
        CreatedKey newcomer = installation.create("A private person");
        ApiCall change = new ApiCall("PATCH", "/v1/account", "{\"visibility\":\"private\"}");
        assertThat(send(change, newcomer.key()).json().path("visibility").asText())
                .isEqualTo("private");
        String other = installation.create("phone", "--account", newcomer.account()).key();

        String id = convert(other, text());

        assertThat(api.get("/v1/conversions/" + id).status()).isEqualTo(404);
        assertThat(send(new ApiCall("GET", "/v1/conversions/" + id, ""), other).status())
                .isEqualTo(200);
    }

    @Test
    void noKeyCookieOrSecretIsInAnyLog() throws IOException {
        assertThat(wrongCells()).isEmpty();
        List<String> secrets = new ArrayList<>(keys.values());
        ApiCall signIn = new ApiCall("POST", "/v1/session", "{\"key\":\"" + right() + "\"}");
        String cookie = send(signIn, Caller.NO_KEY).header("set-cookie");
        secrets.add(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
        JsonNode stored = JSON.readTree(installation.data().resolve("secrets.json").toFile());
        for (String secret : stored.findValuesAsText("value")) {
            // Of a key with lines, one line.
            secrets.add(
                    secret.lines().filter(line -> !line.startsWith("-")).findFirst().orElseThrow());
        }
        String hook = hook(installation.create("Follows a blog").key());
        assertThat(api.post(hook, "").status()).isEqualTo(202);
        secrets.add(hook.substring(hook.lastIndexOf('/') + 1));
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(9);

        for (Path log : installation.logs()) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            for (String secret : secrets) {
                assertThat(text).as(log.toString()).doesNotContain(secret);
            }
            assertThat(KeySuite.KEY.matcher(text).find()).as(log.toString()).isFalse();
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
                own("GET /v1/conversions/{id}", "/v1/conversions/" + privateConversion, 404),
                own(
                        "GET /v1/conversions/{id}/player/private",
                        "/v1/conversions/" + privateConversion + "/player/private",
                        403),
                row(
                        "",
                        "POST /v1/conversions/{id}/plays",
                        "/v1/conversions/" + privateConversion + "/plays",
                        404,
                        "{}"),
                row("read", "GET /v1/plays", "/v1/plays", 200),
                row("", "GET /v1/listen", "/v1/listen" + page, 404),
                row("", "GET /listen", "/listen" + page, 404),
                open("GET /player", "/player?list=" + conversion),
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
                        () -> at("DELETE", podcast(right())),
                        404,
                        204),
                row("read", "GET /v1/collections", "/v1/collections", 200),
                // Without an address nothing is converted.
                row("convert", "POST /v1/collections", "/v1/collections", 422, "{}"),
                new Row(
                        "GET /v1/collections/{id}",
                        "read",
                        () -> at("GET", collection()),
                        404,
                        200),
                new Row(
                        "PATCH /v1/collections/{id}",
                        "convert",
                        () -> new ApiCall("PATCH", collection(), "{}"),
                        404,
                        422),
                row("read", "GET /v1/subscriptions", "/v1/subscriptions", 200),
                // Without an address nothing is followed.
                row("convert", "POST /v1/subscriptions", "/v1/subscriptions", 422, "{}"),
                new Row(
                        "GET /v1/subscriptions/{id}",
                        "read",
                        () -> at("GET", subscription()),
                        404,
                        200),
                new Row(
                        "PATCH /v1/subscriptions/{id}",
                        "convert",
                        () -> new ApiCall("PATCH", subscription(), "{}"),
                        404,
                        200),
                row("read", "GET /v1/subscriptions.opml", "/v1/subscriptions.opml", 200),
                new Row(
                        "POST /v1/subscriptions/{id}/hook",
                        "convert",
                        () -> at("POST", subscription() + "/hook"),
                        404,
                        200),
                new Row(
                        "DELETE /v1/subscriptions/{id}",
                        "convert",
                        () -> at("DELETE", subscription()),
                        404,
                        204),
                row("", "POST /v1/hooks/{secret}", "/v1/hooks/unknown", 404, ""),
                new Row(
                        "DELETE /v1/library/{id}",
                        "convert",
                        () -> new ApiCall("DELETE", "/v1/library/" + convert(right(), text()), ""),
                        404,
                        204),
                new Row(
                        "PATCH /v1/conversions/{id}",
                        "convert",
                        () ->
                                new ApiCall(
                                        "PATCH",
                                        "/v1/conversions/" + conversion,
                                        "{\"title\":\"Another title\"}"),
                        404,
                        200),
                new Row(
                        "DELETE /v1/conversions/{id}",
                        "convert",
                        () ->
                                new ApiCall(
                                        "DELETE",
                                        "/v1/conversions/" + convert(right(), text()),
                                        ""),
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

    /// A route that answers the right key 200.
    private static Row own(String route, String path, int refused) {
        return new Row(route, "own", () -> new ApiCall("GET", path, ""), refused, 200);
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

    /// The path of the collection of the account with the right key, which is made when it is
    /// missing.
    private String collection() {
        JsonNode known =
                send(new ApiCall("GET", "/v1/collections", ""), right()).json().path("collections");
        String body = "{\"feedUrl\":\"" + suite.url("/sample/feed.xml") + "\",\"latest\":1}";
        JsonNode first =
                known.isEmpty()
                        ? send(new ApiCall("POST", "/v1/collections", body), right()).json()
                        : known.get(0);
        return "/v1/collections/" + first.path("id").asText();
    }

    /// The path of a new podcast of the key's account.
    /// The path of the subscription of the account with the right key, which is made when it is
    /// missing.
    private String subscription() {
        JsonNode known =
                send(new ApiCall("GET", "/v1/subscriptions", ""), right())
                        .json()
                        .path("subscriptions");
        JsonNode first = known.isEmpty() ? follow(right()) : known.get(0);
        return "/v1/subscriptions/" + first.path("id").asText();
    }

    private JsonNode follow(String key) {
        String body = "{\"feedUrl\":\"" + suite.url("/sample/feed.xml") + "\"}";
        return send(new ApiCall("POST", "/v1/subscriptions", body), key).json();
    }

    /// The path of the hook of a new subscription.
    private String hook(String key) {
        return URI.create(follow(key).path("hookUrl").asText()).getPath();
    }

    private String podcast(String key) {
        return "/v1/podcasts/" + send(newPodcast(), key).json().path("id").asText();
    }

    private String player() {
        return "/v1/conversions/" + conversion + "/player";
    }

    private String right() {
        return keys.getOrDefault(Caller.RIGHT_KEY, "");
    }

    private static String privateText() {
        return "{\"options\": {\"visibility\": \"private\"}, " + text().substring(1);
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
    private String convert(String key, String body) {
        String id = ApiClient.accepted(send(new ApiCall("POST", "/v1/conversions", body), key));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> isCompleted(send(new ApiCall("GET", "/v1/library", ""), key), id));
        return id;
    }

    private static boolean isCompleted(ApiResponse library, String id) {
        for (JsonNode entry : library.json().path("conversions")) {
            if (entry.path("id").asText().equals(id)) {
                return entry.path("status").asText().equals("completed");
            }
        }
        return false;
    }

    private static String mistyped(String key) {
        char last = key.charAt(10);
        return key.substring(0, 10) + (last == 'x' ? 'y' : 'x') + key.substring(11);
    }
}
