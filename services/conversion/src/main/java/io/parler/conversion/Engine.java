package io.parler.conversion;

import io.parler.conversion.speech.Dialect;
import java.util.Arrays;
import java.util.Optional;

/// How a voice is made, with the quota of a Polly account for it: calls begun in a second, and
/// calls in flight at once.
public enum Engine {
    STANDARD("standard", 80, 80, 22_050),
    NEURAL("neural", 8, 18, 24_000),
    LONG_FORM("long-form", 8, 26, 24_000),
    GENERATIVE("generative", 8, 26, 24_000);

    private final String id;
    private final int callsPerSecond;
    private final int callsInFlight;
    private final int sampleRate;

    Engine(String id, int callsPerSecond, int callsInFlight, int sampleRate) {
        this.id = id;
        this.callsPerSecond = callsPerSecond;
        this.callsInFlight = callsInFlight;
        this.sampleRate = sampleRate;
    }

    public static Optional<Engine> of(String id) {
        return Arrays.stream(values()).filter(engine -> engine.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    int callsPerSecond() {
        return callsPerSecond;
    }

    int callsInFlight() {
        return callsInFlight;
    }

    /// What of SSML its voices understand (Polly, "Supported SSML tags"). Neural voices hand a
    /// sentence with letters over to the standard one; generative ones take some sounds only.
    Dialect dialect(String language) {
        return new Dialect(this != NEURAL, this != GENERATIVE, language);
    }

    public int sampleRate() {
        return sampleRate;
    }
}
