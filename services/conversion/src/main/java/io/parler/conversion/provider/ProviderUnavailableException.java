package io.parler.conversion.provider;

/// A service does not serve us, whatever the text: it is away, the key is wrong, no money is left.
/// Its own words are not repeated, for they may hold the key or the text.
public final class ProviderUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String service, String how) {
        super("the voice service " + service + " failed: " + how);
    }
}
