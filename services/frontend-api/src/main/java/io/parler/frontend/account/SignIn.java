package io.parler.frontend.account;

/// Whether callers need a key.
public enum SignIn {
    /// Every caller needs a key.
    KEY,
    /// A caller without a key is the owner: for an installation that only its owner can reach.
    OPEN
}
