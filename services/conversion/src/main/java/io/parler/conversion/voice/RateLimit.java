package io.parler.conversion.voice;

/// How many calls a service takes: begun in any second, and in flight at once.
public record RateLimit(int callsPerSecond, int callsInFlight) {
    public RateLimit {
        if (callsPerSecond < 1 || callsInFlight < 1) {
            throw new IllegalArgumentException(callsPerSecond + ", " + callsInFlight);
        }
    }
}
