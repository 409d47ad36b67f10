package io.parler.conversion.provider;

/// What a service knows us by. It is never printed: not in a record, not in an exception.
public record ApiKey(String value) {
    public ApiKey {
        value = value.strip();
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("a key that no HTTP header can hold");
        }
    }

    @Override
    public String toString() {
        return "(a key)";
    }
}
