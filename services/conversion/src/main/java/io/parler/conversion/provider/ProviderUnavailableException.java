package io.parler.conversion.provider;

import io.parler.problem.UnavailableException;

/// A service does not serve us, whatever the text: it is away, the key is wrong, no money is left.
/// Its own words are not repeated, for they may hold the key or the text.
public final class ProviderUnavailableException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String service, String how) {
        super("the voice service " + service + " failed: " + how);
    }
}
