package io.parler.conversion.aws;

/// load-post did not answer, or not in a way that says why: an outage.
final class LoadPostUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadPostUnavailable(String why) {
        super(why);
    }
}
