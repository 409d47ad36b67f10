package io.parler.conversion.aws.loadpost;

import io.parler.problem.UnavailableException;

/// load-post did not respond, or failed without a problem.
public final class LoadPostUnavailableException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    public LoadPostUnavailableException(String reason) {
        super(reason);
    }
}
