package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.problem.UnavailableException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts and keys in maps.
public final class AccountStoreInMemory implements AccountStore {
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<String, StoredKey> keys = new HashMap<>();
    private int reads;
    private boolean unavailable;

    @Override
    public synchronized Optional<Account> getAccount(AccountId id) {
        if (unavailable) {
            throw new UnavailableException("the store is unavailable");
        }
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized boolean putAccount(Account account) {
        Account there = accounts.get(account.id());
        if (there != null && there.isDeleted()) {
            return false;
        }
        accounts.put(account.id(), account);
        return true;
    }

    @Override
    public synchronized List<Account> listAccounts() {
        return accounts.values().stream()
                .sorted(
                        Comparator.comparing(Account::createdAt)
                                .thenComparing(account -> account.id().value()))
                .toList();
    }

    @Override
    public synchronized Optional<StoredKey> getKey(String hash) {
        reads++;
        return Optional.ofNullable(keys.get(hash));
    }

    public synchronized void setUnavailable() {
        unavailable = true;
    }

    /// How often a key was looked up.
    public synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized void putKey(StoredKey key) {
        keys.put(key.hash(), key);
    }

    @Override
    public synchronized List<StoredKey> listKeys() {
        return keys.values().stream()
                .sorted(Comparator.comparing(StoredKey::createdAt).thenComparing(StoredKey::id))
                .toList();
    }

    @Override
    public synchronized boolean putUse(String hash, Instant now) {
        StoredKey key = keys.get(hash);
        if (key == null
                || key.lastUsedAt()
                        .filter(last -> last.plus(USE_INTERVAL).isAfter(now))
                        .isPresent()) {
            return false;
        }
        keys.put(hash, key.used(now));
        return true;
    }

    @Override
    public synchronized boolean revokeKey(String hash, Instant now) {
        StoredKey key = keys.get(hash);
        if (key == null || key.isRevoked()) {
            return false;
        }
        keys.put(hash, key.revoked(now));
        return true;
    }
}
