package io.parler.frontend.account;

import io.parler.frontend.LibraryStore;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.id.RandomText;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Creates, lists and revokes keys, and deletes accounts.
public final class AccountAdministration {
    private static final int ACCOUNT_ID_LENGTH = 16;
    private static final int KEY_ID_LENGTH = 10;

    private final AccountStore store;
    private final LibraryStore library;
    private final DeletionPublisher deletions;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// Administers the accounts of a store.
    ///
    /// @param random secure, such as [java.security.SecureRandom]
    public AccountAdministration(
            AccountStore store,
            LibraryStore library,
            DeletionPublisher deletions,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.library = library;
        this.deletions = deletions;
        this.clock = clock;
        this.random = random;
    }

    /// Creates a key, and its account if that is new.
    ///
    /// @throws ProblemException when there is no such account
    public CreatedKey create(KeyRequest request) {
        Instant now = now();
        Account account =
                request.account()
                        .map(id -> existing(id, now))
                        .orElseGet(() -> Account.of(newAccountId(), request.name(), now));
        if (request.monthlyCharacters().isPresent()) {
            account =
                    account.withLimits(
                            account.limits()
                                    .withMonthlyCharacters(
                                            request.monthlyCharacters().getAsLong()));
        }
        if (!store.putAccount(account)) {
            throw noAccount(account.id());
        }
        ApiKey key = ApiKey.generate(random);
        StoredKey stored =
                new StoredKey(
                        key.hash(),
                        "key_" + RandomText.of(KEY_ID_LENGTH, random),
                        request.name(),
                        account.id(),
                        request.scopes(),
                        now,
                        Optional.empty(),
                        request.expiresAt(),
                        Optional.empty());
        store.putKey(stored);
        return new CreatedKey(key, stored, account);
    }

    /// Keys that were revoked too, the oldest first.
    public List<StoredKey> keys() {
        return store.listKeys();
    }

    /// Deleted ones too, the oldest first.
    public List<Account> accounts() {
        return store.listAccounts();
    }

    /// Revokes a key by its id; false when it was revoked before.
    ///
    /// @throws ProblemException when there is no such key
    public boolean revoke(String keyId) {
        StoredKey key =
                store.listKeys().stream()
                        .filter(it -> it.id().equals(keyId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemType.NOT_FOUND,
                                                "There is no key with the id " + keyId + "."));
        return store.revokeKey(key.hash(), now());
    }

    /// Deletes an account: from now on none of its keys is accepted, and all services delete what
    /// they store of it. A deletion that was interrupted can be repeated. A conversion that runs
    /// meanwhile is deleted when it ends.
    ///
    /// @return how many conversions are deleted with it
    /// @throws ProblemException when there is no such account, or it is the owner's
    public int deleteAccount(AccountId id) {
        if (id.equals(AccountId.OWNER)) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "The owner's account can't be deleted; revoke its keys instead.");
        }
        Account account = store.getAccount(id).orElseThrow(() -> noAccount(id));
        if (!account.isDeleted()) {
            store.putAccount(account.deleted(now()));
        }
        store.listKeys().stream()
                .filter(key -> key.account().equals(id) && !key.isRevoked())
                .forEach(key -> store.revokeKey(key.hash(), now()));
        List<ConversionId> conversions = library.ids(id.storageKey());
        conversions.forEach(conversion -> deletions.conversionDeleted(conversion, id));
        deletions.accountDeleted(id);
        return conversions.size();
    }

    private Account existing(AccountId id, Instant now) {
        Optional<Account> stored = store.getAccount(id);
        return id.equals(AccountId.OWNER)
                ? stored.orElseGet(() -> Account.owner(now))
                : stored.orElseThrow(() -> noAccount(id));
    }

    private AccountId newAccountId() {
        return new AccountId("acc_" + RandomText.of(ACCOUNT_ID_LENGTH, random));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static ProblemException noAccount(AccountId id) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no account with the id " + id + ".");
    }
}
