package io.parler.bench;

/// A manifest that can't be used; the message says why, and in which line.
final class BadManifest extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadManifest(String why) {
        super(why);
    }
}
