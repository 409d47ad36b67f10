package io.parler.frontend.account;

import io.parler.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stores accounts and what is known about their keys. Times are stored to the second.
public interface AccountStore {
    /// A key's last use is written again only after this.
    Duration USE_INTERVAL = Duration.ofHours(1);

    /// A deleted account is found too.
    Optional<Account> getAccount(AccountId id);

    /// Stores a new account, or an existing one with other settings. False when it was deleted: a
    /// deleted account stays so.
    boolean putAccount(Account account);

    /// The oldest first, deleted ones too.
    List<Account> listAccounts();

    /// A revoked key is found too.
    Optional<StoredKey> getKey(String hash);

    /// Stores a new key.
    void putKey(StoredKey key);

    /// The oldest first, revoked ones too.
    List<StoredKey> listKeys();

    /// Writes that a key was used. False when that was written less than [#USE_INTERVAL] ago, or
    /// there is no such key.
    boolean putUse(String hash, Instant now);

    /// Revokes a key. False when there is no such key, or it was revoked before.
    boolean revokeKey(String hash, Instant now);
}
