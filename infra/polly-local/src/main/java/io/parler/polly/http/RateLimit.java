package io.parler.polly.http;

import io.parler.polly.voice.Engine;

/// How many calls Polly accepts for one engine.
///
/// @param perSecond calls a second, sustained
/// @param burst calls at one moment
/// @param concurrent calls in flight at the same time
public record RateLimit(double perSecond, int burst, int concurrent) {
    /// Parses the form of the command line, such as "8:10:18".
    public static RateLimit parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a quota is RATE:BURST:CONCURRENT, not " + text);
        }
        return new RateLimit(
                Double.parseDouble(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }

    /// The limit of a new AWS account.
    public static RateLimit of(Engine engine) {
        return switch (engine) {
            case STANDARD -> new RateLimit(80, 100, 80);
            case NEURAL -> new RateLimit(8, 10, 18);
            case LONG_FORM, GENERATIVE -> new RateLimit(8, 10, 26);
        };
    }
}
