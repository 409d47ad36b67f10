package io.parler.conversion.provider;

import java.util.Locale;
import java.util.stream.Stream;

/// The error response of a provider. Only its code may be logged or shown: the message may contain
/// the text.
public record ProviderError(int status, String code, String message) {
    public ProviderError {
        code = code.matches("[A-Za-z0-9_.-]{1,64}") ? code : "";
    }

    public boolean mentions(String... words) {
        String all = (code + " " + message).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(all::contains);
    }

    public ProviderUnavailableException toException(String provider) {
        return new ProviderUnavailableException(provider, (status + " " + code).strip());
    }
}
