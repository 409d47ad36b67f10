package io.parler.conversion.aws.loadpost;

/// load-post did not answer, or not in a way that says why: an outage.
public final class LoadPostUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoadPostUnavailableException(String why) {
        super(why);
    }
}
