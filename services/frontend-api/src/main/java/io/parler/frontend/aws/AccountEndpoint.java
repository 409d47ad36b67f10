package io.parler.frontend.aws;

import io.parler.frontend.account.Access;
import io.parler.frontend.account.AccessControl;
import io.parler.frontend.account.AccessRequest;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountStore;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.OriginCheck;
import io.parler.frontend.account.Session;
import io.parler.frontend.account.SessionCookie;
import io.parler.frontend.account.SessionSigner;
import io.parler.frontend.account.SigningSecrets;
import io.parler.frontend.account.StoredKeyLookup;
import io.parler.http.Caller;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.AccountId;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers about the caller's account, signs in with a key, and signs out.
final class AccountEndpoint {
    private static final Duration SESSION_TTL = Duration.ofDays(30);
    private static final int MAX_BODY = 16 * 1024;

    private final AccountStore store;
    private final AccessControl access;
    private final SessionSigner sessions;
    private final SessionCookie cookie;
    private final OriginCheck origins;
    private final InstantSource clock;

    /// The body of `POST /v1/session`.
    record SessionBody(@Nullable String key) {}

    AccountEndpoint(
            AccountStore store, SigningSecrets secrets, String origin, InstantSource clock) {
        this.store = store;
        this.sessions = new SessionSigner(secrets);
        this.cookie = new SessionCookie(origin);
        this.origins = new OriginCheck(origin);
        this.access =
                new AccessControl(
                        new StoredKeyLookup(store, clock),
                        sessions,
                        origins,
                        Optional.empty(),
                        clock);
        this.clock = clock;
    }

    Response get(Request request) {
        return account(request, stored(request.caller()));
    }

    Response patch(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        AccountPatchBody patch = request.body(AccountPatchBody.class);
        Account changed = patch.applyTo(stored(request.caller()));
        if (!store.putAccount(changed)) {
            throw new ProblemException(
                    ProblemType.KEY_REVOKED, "The account was deleted, and its keys with it.");
        }
        return account(request, changed);
    }

    Response signIn(Request request) {
        requireOwnOrigin(request);
        request.requireBodyOfAtMost(MAX_BODY);
        String text = Optional.ofNullable(request.body(SessionBody.class).key()).orElse("").strip();
        if (text.isEmpty()) {
            throw new ProblemException(
                    Problem.invalidBody(List.of(new FieldError("/key", "is missing"))));
        }
        Access decision =
                access.check(
                        new AccessRequest(
                                "POST",
                                Optional.of(text),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        return switch (decision) {
            case Access.Refused refused ->
                    throw new ProblemException(refused.problem(), refused.problem().help());
            case Access.Granted granted -> signedIn(new ApiKey(text).hash(), granted);
        };
    }

    private Response signedIn(String keyHash, Access.Granted granted) {
        Instant now = clock.instant();
        Instant end = now.plus(SESSION_TTL);
        String session = sessions.sign(new Session(keyHash, end));
        return Response.json(
                        200,
                        AccountBody.of(granted.account(), granted.keyId(), granted.scopes(), true))
                .header("Set-Cookie", cookie.set(session, SESSION_TTL))
                .header("Cache-Control", "no-store");
    }

    Response signOut(Request request) {
        requireOwnOrigin(request);
        return Response.empty(204)
                .header("Set-Cookie", cookie.delete())
                .header("Cache-Control", "no-store");
    }

    private void requireOwnOrigin(Request request) {
        if (origins.isForeign(accessRequest(request))) {
            throw new ProblemException(
                    ProblemType.FOREIGN_ORIGIN, "Only Parler's own page may sign in or out.");
        }
    }

    /// The owner's account need not be stored.
    private Account stored(Caller caller) {
        AccountId id = caller.account();
        Optional<Account> account = store.getAccount(id);
        return id.equals(AccountId.OWNER)
                ? account.orElseGet(() -> Account.owner(clock.instant()))
                : account.orElseThrow(
                        () -> new IllegalStateException("the caller's account is not stored"));
    }

    private Response account(Request request, Account account) {
        Caller caller = request.caller();
        AccessRequest sent = accessRequest(request);
        boolean session =
                caller.keyId().isPresent() && sent.bearer().isEmpty() && sent.session().isPresent();
        return Response.json(200, AccountBody.of(account, caller.keyId(), caller.scopes(), session))
                .header("Cache-Control", "no-store");
    }

    private AccessRequest accessRequest(Request request) {
        String routeKey = request.routeKey();
        return AuthorizerRequest.accessRequest(
                routeKey.substring(0, routeKey.indexOf(' ')),
                request.headers(),
                request.cookies(),
                cookie);
    }
}
