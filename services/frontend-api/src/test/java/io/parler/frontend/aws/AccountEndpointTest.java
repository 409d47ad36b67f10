package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.account.AccountLimits;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.Keys;
import io.parler.frontend.account.Session;
import io.parler.frontend.account.SessionSigner;
import io.parler.frontend.account.SigningSecretsInMemory;
import io.parler.frontend.podcast.EpisodeStoreInMemory;
import io.parler.frontend.podcast.PodcastStoreInMemory;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountEndpointTest {
    private static final String ORIGIN = "https://parler.example.com";
    private static final Map<String, Object> MARA =
            Map.of("accountId", "acc_mara", "keyId", "key_1", "scopes", "read publish");

    private final SettableClock clock = new SettableClock("2026-11-28T12:00:00Z");
    private final AccountStoreInMemory store = new AccountStoreInMemory();
    private final SigningSecretsInMemory secrets = new SigningSecretsInMemory();
    private final ApiKey key = ApiKey.generate(new Random(1));
    private final FrontendApi api =
            new FrontendApi(
                    new LibraryStoreInMemory(),
                    store,
                    new PodcastStoreInMemory(),
                    new EpisodeStoreInMemory(),
                    secrets,
                    ORIGIN,
                    clock);

    @BeforeEach
    void aKeyIsStored() {
        store.putAccount(Keys.account("acc_mara"));
        store.putKey(Keys.stored(key.hash()));
    }

    @Test
    void aKeyIsTradedForASessionOfThirtyDays() throws Exception {
        APIGatewayV2HTTPResponse response = signIn(key.text(), Map.of("origin", ORIGIN));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(Json.tree(response.getBody()).get("id").asText()).isEqualTo("acc_mara");
        assertThat(Json.tree(response.getBody()).get("session").asBoolean()).isTrue();
        assertThat(response.getBody()).doesNotContain(key.text());
        assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
        String cookie = response.getCookies().getFirst();
        assertThat(cookie)
                .startsWith("__Host-parler=v1.")
                .endsWith("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure")
                .doesNotContain(key.text());
        String session = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(new SessionSigner(secrets).verify(session, clock.instant()))
                .contains(new Session(key.hash(), clock.instant().plus(Duration.ofDays(30))));
    }

    @Test
    void theCookieOfPlainHttpIsNotSecureAndHasAnotherName() {
        FrontendApi plain =
                new FrontendApi(
                        new LibraryStoreInMemory(),
                        store,
                        new PodcastStoreInMemory(),
                        new EpisodeStoreInMemory(),
                        secrets,
                        "http://127.0.0.1:7070",
                        clock);

        String cookie =
                plain.handleRequest(signInEvent(key.text(), Map.of()), new LambdaContext())
                        .getCookies()
                        .getFirst();

        assertThat(cookie).startsWith("parler=v1.").endsWith("; SameSite=Strict");
    }

    @Test
    void aWrongKeyIsRefusedWithWhatIsWrong() throws Exception {
        assertProblem(signIn(key.text() + "x", Map.of()), 401, "key-mistyped");
        assertProblem(signIn(ApiKey.generate(new Random(2)).text(), Map.of()), 401, "key-unknown");
        store.revokeKey(key.hash(), clock.instant());
        assertProblem(signIn(key.text(), Map.of()), 401, "key-revoked");
        assertThat(signIn(key.text(), Map.of()).getCookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\": \"\"}", "{\"key\": 5}", "{\"key\": null}"})
    void aBodyWithoutAKeyIsInvalid(String body) throws Exception {
        APIGatewayV2HTTPEvent event = signInEvent("", Map.of());
        event.setBody(body);

        assertProblem(api.handleRequest(event, new LambdaContext()), 422, "invalid-body");
    }

    @Test
    void spacesAroundAPastedKeyDoNoHarm() {
        assertThat(signIn("  " + key.text() + " ", Map.of()).getStatusCode()).isEqualTo(200);
    }

    @Test
    void anotherSitesPageSignsNobodyInOrOut() throws Exception {
        Map<String, String> foreign = Map.of("origin", "https://evil.example");

        assertProblem(signIn(key.text(), foreign), 403, "foreign-origin");
        assertProblem(call("DELETE /v1/session", "", foreign, Map.of()), 403, "foreign-origin");
    }

    @Test
    void signingOutDeletesTheCookie() {
        APIGatewayV2HTTPResponse response =
                call("DELETE /v1/session", "", Map.of("origin", ORIGIN), Map.of());

        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getCookies().getFirst())
                .startsWith("__Host-parler=; ")
                .contains("Max-Age=0");
    }

    @Test
    void theAccountIsThatOfTheContract() throws Exception {
        store.putAccount(
                Keys.account("acc_mara")
                        .withLimits(
                                new AccountLimits(
                                        OptionalLong.of(500_000),
                                        OptionalLong.of(10),
                                        OptionalLong.of(60)))
                        .withOrigins(List.of("https://blog.example.com")));

        APIGatewayV2HTTPResponse response =
                call(
                        "GET /v1/account",
                        "",
                        Map.of("cookie", "__Host-parler=x"),
                        Map.of(
                                "accountId",
                                "acc_mara",
                                "keyId",
                                "key_k4x2mzq7ea",
                                "scopes",
                                "read convert publish"));

        Contract.assertValid("rest/account", response.getBody());
        assertThat(Json.tree(response.getBody())).isEqualTo(Json.tree(Contract.body("account")));
    }

    @Test
    void theOwnerWithoutAKeyHasAnAccountToo() throws Exception {
        APIGatewayV2HTTPResponse response =
                call(
                        "GET /v1/account",
                        "",
                        Map.of(),
                        Map.of("accountId", "owner", "scopes", "read convert publish"));

        JsonNode body = Json.tree(response.getBody());
        Contract.assertValid("rest/account", response.getBody());
        assertThat(body.get("id").asText()).isEqualTo("owner");
        assertThat(body.get("session").asBoolean()).isFalse();
        assertThat(body.has("keyId")).isFalse();
    }

    @Test
    void onlyWhatIsSentIsChanged() throws Exception {
        patch("{\"origins\": [\"https://blog.example.com\"]}");
        APIGatewayV2HTTPResponse response = patch("{}");

        assertThat(response.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/account", response.getBody());
        assertThat(store.getAccount(new AccountId("acc_mara")))
                .contains(
                        Keys.account("acc_mara").withOrigins(List.of("https://blog.example.com")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"origins\": [\"*\"]}",
                "{\"origins\": [\"https://blog.example.com/\"]}",
                "{\"origins\": [\"https://Blog.example.com\"]}",
                "{\"origins\": [\"https://a.example https://b.example\"]}",
                "{\"origins\": [\"null\"]}",
                "{\"origins\": [null]}"
            })
    void anInvalidSettingIsRefusedAndNothingIsChanged(String body) throws Exception {
        assertProblem(patch(body), 422, "invalid-body");
        assertThat(store.getAccount(new AccountId("acc_mara"))).contains(Keys.account("acc_mara"));
    }

    @Test
    void aKeyThatOnlyReadsChangesNoSetting() throws Exception {
        assertProblem(
                call(
                        "PATCH /v1/account",
                        "{\"origins\": []}",
                        Map.of(),
                        Map.of("accountId", "acc_mara", "scopes", "read convert")),
                403,
                "scope-missing");
    }

    private APIGatewayV2HTTPResponse patch(String body) {
        return call("PATCH /v1/account", body, Map.of(), MARA);
    }

    private APIGatewayV2HTTPResponse signIn(String text, Map<String, String> headers) {
        return api.handleRequest(signInEvent(text, headers), new LambdaContext());
    }

    private static APIGatewayV2HTTPEvent signInEvent(String text, Map<String, String> headers) {
        return event("POST /v1/session", "{\"key\": \"" + text + "\"}", headers, Map.of());
    }

    private APIGatewayV2HTTPResponse call(
            String route, String body, Map<String, String> headers, Map<String, Object> caller) {
        return api.handleRequest(event(route, body, headers, caller), new LambdaContext());
    }

    private static APIGatewayV2HTTPEvent event(
            String route, String body, Map<String, String> headers, Map<String, Object> caller) {
        APIGatewayV2HTTPEvent.RequestContext context = new APIGatewayV2HTTPEvent.RequestContext();
        if (!caller.isEmpty()) {
            APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                    new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
            authorizer.setLambda(caller);
            context.setAuthorizer(authorizer);
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(context)
                .build();
    }

    private static void assertProblem(APIGatewayV2HTTPResponse response, int status, String slug)
            throws Exception {
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(Json.tree(response.getBody()).get("type").asText())
                .isEqualTo("/problems/" + slug);
    }
}
