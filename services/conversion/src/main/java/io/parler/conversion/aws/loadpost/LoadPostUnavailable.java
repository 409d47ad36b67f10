package io.parler.conversion.aws.loadpost;

/// load-post did not answer, or not in a way that says why: an outage.
public final class LoadPostUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoadPostUnavailable(String why) {
        super(why);
    }
}
