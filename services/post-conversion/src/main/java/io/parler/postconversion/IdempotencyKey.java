package io.parler.postconversion;

import java.util.List;
import java.util.Optional;

/// The name a caller gave a request, so that it can send it again without the work being done
/// again. Only its hash with the account is kept.
public record IdempotencyKey(Fingerprint hash) {
    private static final int LONGEST = 255;

    /// Empty when `key` isn't 1–255 visible characters.
    public static Optional<IdempotencyKey> of(String accountId, String key) {
        boolean visible = key.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        if (key.isEmpty() || key.length() > LONGEST || !visible) {
            return Optional.empty();
        }
        return Optional.of(new IdempotencyKey(Fingerprint.of(List.of(accountId, key))));
    }
}
