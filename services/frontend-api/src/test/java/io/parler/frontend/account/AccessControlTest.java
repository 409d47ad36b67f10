package io.parler.frontend.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.problem.ProblemType;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessControlTest {
    private static final String ORIGIN = "https://parler.example";
    private static final Duration LONG = Duration.ofDays(30);

    private final SettableClock clock = new SettableClock("2026-11-28T12:00:00Z");
    private final AccountStoreInMemory store = new AccountStoreInMemory();
    private final SessionSigner sessions = new SessionSigner(new SigningSecretsInMemory());
    private final ApiKey key = ApiKey.generate(new Random(1));
    private final AccessControl closed = control(SignIn.KEY);
    private final AccessControl open = control(SignIn.OPEN);

    @BeforeEach
    void aKeyIsStored() {
        store.putAccount(Keys.account("acc_mara"));
        store.putKey(Keys.stored(key.hash()));
    }

    @Test
    void aKeySaysWhoItIsAndWhatItMayDo() {
        store.putKey(Keys.allowing(Keys.stored(key.hash()), Scope.READ));

        assertThat(closed.check(bearer(key.text())))
                .isEqualTo(
                        new Access.Granted(
                                Keys.account("acc_mara"),
                                Optional.of(Keys.stored(key.hash()).id()),
                                EnumSet.of(Scope.READ)));
    }

    @Test
    void withoutAKeyNobodyIsLetInOrTheOwnerWhereItIsOpen() {
        assertThat(closed.check(request("GET")))
                .isEqualTo(new Access.Refused(ProblemType.SIGN_IN_REQUIRED));
        assertThat(open.check(request("GET")))
                .isInstanceOfSatisfying(
                        Access.Granted.class,
                        granted -> {
                            assertThat(granted.account().id()).isEqualTo(AccountId.OWNER);
                            assertThat(granted.keyId()).isEmpty();
                            assertThat(granted.scopes()).containsExactlyInAnyOrder(Scope.values());
                        });
    }

    @Test
    void whatIsWrongWithAKeyIsSaidEvenWhereNoneIsNeeded() {
        ApiKey unknown = ApiKey.generate(new Random(2));
        for (AccessControl control : new AccessControl[] {closed, open}) {
            assertRefused(control, bearer(key.text() + "x"), ProblemType.KEY_MISTYPED);
            assertRefused(control, bearer(""), ProblemType.KEY_MISTYPED);
            assertRefused(control, bearer(unknown.text()), ProblemType.KEY_UNKNOWN);
            assertRefused(control, session("x"), ProblemType.SESSION_ENDED);
        }
    }

    @Test
    void aKeyEndsWhenItExpires() {
        store.putKey(
                Keys.expiring(
                        Keys.stored(key.hash()), clock.instant().plus(Duration.ofSeconds(30))));
        assertThat(closed.check(bearer(key.text()))).isInstanceOf(Access.Granted.class);

        clock.advance(Duration.ofSeconds(30));

        assertRefused(closed, bearer(key.text()), ProblemType.KEY_EXPIRED);
    }

    @Test
    void aRevokedKeyAndItsSessionsEndWithinAMinute() {
        AccessRequest signedIn = session(sessions.sign(session(LONG)));
        assertThat(closed.check(bearer(key.text()))).isInstanceOf(Access.Granted.class);
        assertThat(closed.check(signedIn)).isInstanceOf(Access.Granted.class);

        store.revokeKey(key.hash(), clock.instant());
        clock.advance(Duration.ofSeconds(60));

        assertRefused(closed, bearer(key.text()), ProblemType.KEY_REVOKED);
        assertRefused(closed, signedIn, ProblemType.SESSION_ENDED);
    }

    @Test
    void theKeysOfADeletedAccountEndWithIt() {
        store.putAccount(Keys.account("acc_mara").deleted(clock.instant()));

        assertRefused(closed, bearer(key.text()), ProblemType.KEY_REVOKED);
    }

    @Test
    void aKeyIsLookedUpOnceAMinute() {
        for (int i = 0; i < 5; i++) {
            closed.check(bearer(key.text()));
        }
        assertThat(store.reads()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(60));
        closed.check(bearer(key.text()));
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void aKeyThatWasUnknownAMomentAgoIsLookedUpAgain() {
        ApiKey late = ApiKey.generate(new Random(3));
        assertRefused(closed, bearer(late.text()), ProblemType.KEY_UNKNOWN);

        store.putKey(Keys.stored(late.hash()));

        assertThat(closed.check(bearer(late.text()))).isInstanceOf(Access.Granted.class);
    }

    @Test
    void theLastUseIsAtMostAnHourBehind() {
        closed.check(bearer(key.text()));
        assertThat(store.getKey(key.hash()).flatMap(StoredKey::lastUsedAt))
                .contains(clock.instant());

        clock.advance(Duration.ofMinutes(61));
        closed.check(bearer(key.text()));
        assertThat(store.getKey(key.hash()).flatMap(StoredKey::lastUsedAt))
                .contains(clock.instant());
    }

    @Test
    void aSessionIsThatOfItsKeyUntilItEnds() {
        AccessRequest signedIn = session(sessions.sign(session(Duration.ofMinutes(5))));
        assertThat(closed.check(signedIn)).isInstanceOf(Access.Granted.class);

        clock.advance(Duration.ofMinutes(5));

        assertRefused(closed, signedIn, ProblemType.SESSION_ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aSessionChangesSomethingOnlyForOurOwnPage(String method) {
        String value = sessions.sign(session(LONG));
        assertThat(closed.check(browser(method, value, ORIGIN, "same-origin")))
                .isInstanceOf(Access.Granted.class);
        assertThat(closed.check(browser(method, value, ORIGIN, null)))
                .isInstanceOf(Access.Granted.class);
        for (AccessRequest foreign :
                new AccessRequest[] {
                    browser(method, value, "https://evil.example", null),
                    browser(method, value, "https://evil.example", "cross-site"),
                    browser(method, value, ORIGIN, "cross-site"),
                    browser(method, value, ORIGIN, "same-site"),
                    browser(method, value, "null", null),
                    browser(method, value, null, "none"),
                    browser(method, value, null, null)
                }) {
            assertRefused(closed, foreign, ProblemType.FOREIGN_ORIGIN);
        }
    }

    @Test
    void aSessionReadsWithoutAnOrigin() {
        assertThat(closed.check(session(sessions.sign(session(LONG)))))
                .isInstanceOf(Access.Granted.class);
    }

    @Test
    void aKeyNeedsNoOrigin() {
        AccessRequest request =
                new AccessRequest(
                        "POST",
                        Optional.of(key.text()),
                        Optional.empty(),
                        Optional.of("https://evil.example"),
                        Optional.of("cross-site"));
        assertThat(closed.check(request)).isInstanceOf(Access.Granted.class);
    }

    @Test
    void whereNoKeyIsNeededAnotherSitesPageStillChangesNothing() {
        assertThat(open.check(request("POST"))).isInstanceOf(Access.Granted.class);
        assertThat(open.check(from("POST", "http://localhost:7070", "same-origin")))
                .isInstanceOf(Access.Granted.class);
        assertRefused(open, from("POST", "https://evil.example", null), ProblemType.FOREIGN_ORIGIN);
        assertRefused(
                open,
                from("DELETE", "https://evil.example", "cross-site"),
                ProblemType.FOREIGN_ORIGIN);
    }

    @Test
    void aRequestDoesNotPrintItsKey() {
        assertThat(bearer(key.text()).toString()).doesNotContain(key.text());
        assertThat(session("secret-value").toString()).doesNotContain("secret-value");
    }

    private AccessControl control(SignIn signIn) {
        return new AccessControl(
                new CachedKeyLookup(new StoredKeyLookup(store, clock), clock),
                sessions,
                new OriginCheck(ORIGIN),
                signIn == SignIn.OPEN
                        ? Optional.of(() -> Account.owner(clock.instant()))
                        : Optional.empty(),
                clock);
    }

    private Session session(Duration age) {
        return new Session(key.hash(), clock.instant().plus(age));
    }

    private static void assertRefused(
            AccessControl control, AccessRequest request, ProblemType problem) {
        assertThat(control.check(request)).isEqualTo(new Access.Refused(problem));
    }

    private static AccessRequest request(String method) {
        return new AccessRequest(
                method, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AccessRequest bearer(String key) {
        return new AccessRequest(
                "POST", Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AccessRequest session(String value) {
        return new AccessRequest(
                "GET", Optional.empty(), Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static AccessRequest browser(
            String method, String session, @Nullable String origin, @Nullable String site) {
        return new AccessRequest(
                method,
                Optional.empty(),
                Optional.of(session),
                Optional.ofNullable(origin),
                Optional.ofNullable(site));
    }

    private static AccessRequest from(String method, String origin, @Nullable String site) {
        return new AccessRequest(
                method,
                Optional.empty(),
                Optional.empty(),
                Optional.of(origin),
                Optional.ofNullable(site));
    }
}
