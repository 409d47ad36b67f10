package io.parler.bench.reading;

/// A manifest that can't be used; the message says why, and in which line.
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ManifestException(String why) {
        super(why);
    }
}
