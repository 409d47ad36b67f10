package io.parler.polly.voice;

import java.util.Arrays;
import java.util.Optional;

/// Polly's engines, in the order in which DescribeVoices lists them.
public enum Engine {
    GENERATIVE("generative", 24_000),
    LONG_FORM("long-form", 24_000),
    NEURAL("neural", 24_000),
    STANDARD("standard", 22_050);

    private final String code;
    private final int defaultSampleRate;

    Engine(String code, int defaultSampleRate) {
        this.code = code;
        this.defaultSampleRate = defaultSampleRate;
    }

    /// The name in requests and responses.
    public String code() {
        return code;
    }

    /// The sample rate in Hz of compressed output when the request has none.
    public int defaultSampleRate() {
        return defaultSampleRate;
    }

    public static Optional<Engine> ofCode(String code) {
        return Arrays.stream(values()).filter(engine -> engine.code.equals(code)).findFirst();
    }
}
