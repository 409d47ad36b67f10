package io.parler.polly;

import java.util.Arrays;
import java.util.Optional;

/// Polly's engines, in the order DescribeVoices lists them, with what each takes by default.
public enum Engine {
    GENERATIVE("generative", 24_000),
    LONG_FORM("long-form", 24_000),
    NEURAL("neural", 24_000),
    STANDARD("standard", 22_050);

    private final String wire;
    private final int sampleRate;

    Engine(String wire, int sampleRate) {
        this.wire = wire;
        this.sampleRate = sampleRate;
    }

    /// Its name in requests and answers.
    String wire() {
        return wire;
    }

    /// Hz of its compressed output where the request names none.
    int sampleRate() {
        return sampleRate;
    }

    static Optional<Engine> of(String wire) {
        return Arrays.stream(values()).filter(engine -> engine.wire.equals(wire)).findFirst();
    }
}
