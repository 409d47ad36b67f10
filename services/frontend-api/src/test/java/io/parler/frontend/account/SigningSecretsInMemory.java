package io.parler.frontend.account;

import java.util.List;

/// Secrets that a test rotates; what was loaded before stays until it is reloaded.
public final class SigningSecretsInMemory implements SigningSecrets {
    private List<String> stored = List.of("first");
    private List<String> loaded = stored;

    public void rotate(String next) {
        stored = List.of(next, stored.getFirst());
    }

    @Override
    public List<String> list() {
        return loaded;
    }

    @Override
    public List<String> reload() {
        loaded = stored;
        return loaded;
    }
}
