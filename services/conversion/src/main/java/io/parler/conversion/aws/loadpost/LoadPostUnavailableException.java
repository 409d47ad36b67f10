package io.parler.conversion.aws.loadpost;

import io.parler.problem.UnavailableException;

/// load-post did not answer, or not in a way that says why: an outage.
public final class LoadPostUnavailableException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    public LoadPostUnavailableException(String why) {
        super(why);
    }
}
