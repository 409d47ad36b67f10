package io.parler.frontend.account;

import java.time.Instant;

/// A signed-in browser: it stands for the key that it was opened with, and ends with it.
///
/// @param keyHash the hash of that key
public record Session(String keyHash, Instant endsAt) {}
