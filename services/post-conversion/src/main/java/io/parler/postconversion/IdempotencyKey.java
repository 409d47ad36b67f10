package io.parler.postconversion;

import io.parler.id.AccountId;
import java.util.Optional;

/// A key by which a caller can send a request again without its work being done again. Only its
/// hash, with the account, is stored.
public record IdempotencyKey(Fingerprint hash) {
    private static final int MAX_LENGTH = 255;

    /// Empty when `key` isn't 1–255 visible ASCII characters.
    public static Optional<IdempotencyKey> of(AccountId account, String key) {
        boolean visible = key.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        if (key.isEmpty() || key.length() > MAX_LENGTH || !visible) {
            return Optional.empty();
        }
        return Optional.of(new IdempotencyKey(Fingerprint.of(account.storageKey(), key)));
    }
}
