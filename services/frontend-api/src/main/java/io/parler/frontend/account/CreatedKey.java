package io.parler.frontend.account;

/// A new key, the only time that it is readable.
public record CreatedKey(ApiKey key, StoredKey stored, Account account) {}
