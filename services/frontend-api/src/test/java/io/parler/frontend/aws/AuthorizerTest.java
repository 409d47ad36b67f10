package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountLimits;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.Keys;
import io.parler.frontend.account.Session;
import io.parler.frontend.account.SessionSigner;
import io.parler.frontend.account.SignIn;
import io.parler.frontend.account.SigningSecretsInMemory;
import io.parler.http.Json;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class AuthorizerTest {
    private final SettableClock clock = new SettableClock("2026-11-28T12:00:00Z");
    private final AccountStoreInMemory store = new AccountStoreInMemory();
    private final SigningSecretsInMemory secrets = new SigningSecretsInMemory();
    private final ApiKey key = ApiKey.generate(new Random(1));
    private final Authorizer authorizer = authorizer(store, SignIn.KEY);

    @BeforeEach
    void aKeyIsStored() {
        store.putAccount(Keys.account("acc_mara"));
        store.putKey(Keys.stored(key.hash()));
    }

    @Test
    void theContextOfAKeySaysWhoseItIs() throws Exception {
        JsonNode response = call("'authorization': 'Bearer " + key.text() + "'", "");

        assertThat(response)
                .isEqualTo(
                        Json.tree(
                                """
                                {"isAuthorized": true, "context": {"accountId": "acc_mara",
                                 "keyId": "%s", "scopes": "read convert publish"}}"""
                                        .formatted(Keys.stored(key.hash()).id())));
    }

    @Test
    void theContextHasTheAccountsOwnSettings() throws Exception {
        store.putAccount(
                Keys.account("acc_mara")
                        .withLimits(
                                new AccountLimits(
                                        OptionalLong.of(5000),
                                        OptionalLong.of(3),
                                        OptionalLong.of(9)))
                        .withOrigins(List.of("https://a.example", "https://b.example")));

        JsonNode context = call("'authorization': 'bearer " + key.text() + "'", "").get("context");

        assertThat(context.get("monthlyCharacters").isTextual()).isTrue();
        assertThat(context.get("monthlyCharacters").asText()).isEqualTo("5000");
        assertThat(context.get("conversionsPerMinute").asText()).isEqualTo("3");
        assertThat(context.get("pagesPerMinute").asText()).isEqualTo("9");
        assertThat(context.get("origins").asText())
                .isEqualTo("https://a.example https://b.example");
    }

    @Test
    void aRequestThatIsRefusedPassesWithItsProblem() throws Exception {
        assertThat(call("", ""))
                .isEqualTo(
                        Json.tree(
                                """
                                {"isAuthorized": true, "context": {"problem": "sign-in-required"}}"""));
        assertThat(problem("'authorization': 'Bearer nonsense'", "")).isEqualTo("key-mistyped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'cookies': ['a=b', '__Host-parler=%s'],", "'headers2': {},"})
    void aSessionIsReadFromTheCookie(String form) throws Exception {
        String session = session();
        boolean asList = form.contains("%s");

        JsonNode response =
                call(
                        asList ? "" : "'cookie': 'a=b; __Host-parler=" + session + "; c=d'",
                        asList ? form.formatted(session) : "");

        assertThat(response.at("/context/accountId").asText()).isEqualTo("acc_mara");
    }

    @Test
    void theNameOfTheCookieOnPlainHttpDoesNotCountOnHttps() throws Exception {
        assertThat(problem("'cookie': 'parler=" + session() + "'", ""))
                .isEqualTo("sign-in-required");
    }

    @Test
    void anotherSchemeOfAuthorizationIsNotOurs() throws Exception {
        assertThat(problem("'authorization': 'Basic dXNlcjpwYXNz'", ""))
                .isEqualTo("sign-in-required");
    }

    @Test
    void whereItIsOpenTheOwnerIsLetInWithStoredSettings() throws Exception {
        store.putAccount(Account.owner(clock.instant()).withOrigins(List.of("https://a.example")));

        JsonNode response = call(authorizer(store, SignIn.OPEN), "", "");

        assertThat(response)
                .isEqualTo(
                        Json.tree(
                                """
                                {"isAuthorized": true, "context": {"accountId": "owner",
                                 "scopes": "read convert publish", "origins": "https://a.example"}}"""));
    }

    @Test
    void anOutageIsTheCallersToTryAgain() throws Exception {
        store.setUnavailable();

        assertThat(call(authorizer(store, SignIn.OPEN), "", "").at("/context/problem").asText())
                .isEqualTo("unavailable");
    }

    private String session() {
        return new SessionSigner(secrets)
                .sign(new Session(key.hash(), clock.instant().plus(Duration.ofDays(1))));
    }

    private Authorizer authorizer(AccountStoreInMemory accounts, SignIn signIn) {
        return new Authorizer(
                new Authorizer.Settings(
                        Region.EU_CENTRAL_1,
                        "Accounts",
                        "secret",
                        URI.create("https://parler.example"),
                        signIn),
                accounts,
                secrets,
                clock);
    }

    private String problem(String header, String cookies) throws IOException {
        return call(header, cookies).at("/context/problem").asText();
    }

    private JsonNode call(String header, String cookies) throws IOException {
        return call(authorizer, header, cookies);
    }

    private static JsonNode call(Authorizer authorizer, String header, String cookies)
            throws IOException {
        String event =
                """
                {'version': '2.0', 'type': 'REQUEST', 'routeArn': 'arn:aws:execute-api:x',
                 'identitySource': null, 'routeKey': 'GET /v1/library', 'rawPath': '/v1/library',
                 'rawQueryString': '', %s 'headers': {%s},
                 'requestContext': {'accountId': '1', 'requestId': 'r-1', 'stage': '$default',
                   'http': {'method': 'GET', 'path': '/v1/library', 'sourceIp': '1.2.3.4'}}}"""
                        .formatted(cookies, header)
                        .replace('\'', '"');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        authorizer.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                out,
                new LambdaContext());
        return Json.tree(out.toString(StandardCharsets.UTF_8));
    }
}
