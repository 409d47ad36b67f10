package io.parler.conversion.provider;

/// An API key of a provider. It never appears in logs or exception messages.
public record ApiKey(String value) {
    public ApiKey {
        value = value.strip();
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException(
                    "the key has a character that is not allowed in an HTTP header");
        }
    }

    @Override
    public String toString() {
        return "(API key)";
    }
}
