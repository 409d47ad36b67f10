package io.parler.conversion.voice;

/// The number of calls a provider allows: started per second, and in flight.
public record RateLimit(int callsPerSecond, int callsInFlight) {
    public RateLimit {
        if (callsPerSecond < 1 || callsInFlight < 1) {
            throw new IllegalArgumentException(callsPerSecond + ", " + callsInFlight);
        }
    }
}
