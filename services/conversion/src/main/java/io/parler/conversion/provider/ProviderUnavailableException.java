package io.parler.conversion.provider;

import io.parler.problem.UnavailableException;

/// A provider can't be used, whatever the text: it is down, the key is wrong, or the credit is
/// used up. Its own message is left out, because it may contain the key or the text.
public final class ProviderUnavailableException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    ProviderUnavailableException(String provider, String reason) {
        super("the voice provider " + provider + " failed: " + reason);
    }
}
