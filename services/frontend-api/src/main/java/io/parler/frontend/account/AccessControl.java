package io.parler.frontend.account;

import io.parler.frontend.account.KeyLookup.Found;
import io.parler.id.Scope;
import io.parler.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;

/// Decides whom a request is from: by its key, by its session, or, where no key is needed, as the
/// owner.
public final class AccessControl {
    private final KeyLookup keys;
    private final SessionSigner sessions;
    private final OriginCheck origins;
    private final Optional<Supplier<Account>> owner;
    private final InstantSource clock;

    /// Decides by these keys and sessions.
    ///
    /// @param owner the account of callers without a key; empty where a key is needed
    public AccessControl(
            KeyLookup keys,
            SessionSigner sessions,
            OriginCheck origins,
            Optional<Supplier<Account>> owner,
            InstantSource clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.origins = origins;
        this.owner = owner;
        this.clock = clock;
    }

    /// A key counts more than a session. A wrong one is refused even where none is needed.
    public Access check(AccessRequest request) {
        if (request.bearer().isPresent()) {
            return ofKey(request.bearer().get());
        }
        if (request.session().isPresent()) {
            return origins.isNotOurs(request)
                    ? new Access.Refused(ProblemType.FOREIGN_ORIGIN)
                    : ofSession(request.session().get());
        }
        if (owner.isEmpty()) {
            return new Access.Refused(ProblemType.SIGN_IN_REQUIRED);
        }
        return origins.isForeign(request)
                ? new Access.Refused(ProblemType.FOREIGN_ORIGIN)
                : new Access.Granted(
                        owner.get().get(), Optional.empty(), EnumSet.allOf(Scope.class));
    }

    private Access ofKey(String text) {
        Optional<ApiKey> key = ApiKey.parse(text);
        if (key.isEmpty()) {
            return new Access.Refused(ProblemType.KEY_MISTYPED);
        }
        Optional<Found> found = keys.find(key.get().hash());
        if (found.isEmpty()) {
            return new Access.Refused(ProblemType.KEY_UNKNOWN);
        }
        Optional<ProblemType> problem = found.get().problem(clock.instant());
        return problem.isPresent() ? new Access.Refused(problem.get()) : granted(found.get());
    }

    private Access ofSession(String value) {
        Instant now = clock.instant();
        return sessions.verify(value, now)
                .flatMap(session -> keys.find(session.keyHash()))
                .filter(found -> found.problem(now).isEmpty())
                .map(AccessControl::granted)
                .orElseGet(() -> new Access.Refused(ProblemType.SESSION_ENDED));
    }

    private static Access granted(Found found) {
        StoredKey key = found.key();
        return new Access.Granted(found.account(), Optional.of(key.id()), key.scopes());
    }
}
