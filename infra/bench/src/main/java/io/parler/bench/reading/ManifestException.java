package io.parler.bench.reading;

/// The manifest is invalid; the message has the reason and the line.
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ManifestException(String why) {
        super(why);
    }
}
