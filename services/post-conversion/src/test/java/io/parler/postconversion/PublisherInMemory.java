package io.parler.postconversion;

import io.parler.problem.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was published, and can be unavailable.
public final class PublisherInMemory implements RequestPublisher {
    public final List<AcceptedRequest> published = new ArrayList<>();
    private boolean unavailable;
    private boolean responseLost;

    public void becomeUnavailable() {
        unavailable = true;
    }

    public void loseResponses() {
        responseLost = true;
    }

    public void recover() {
        unavailable = false;
        responseLost = false;
    }

    @Override
    public void publish(AcceptedRequest request) {
        if (unavailable) {
            throw new UnavailableException("topic", new IOException("unavailable"));
        }
        published.add(request);
        if (responseLost) {
            throw new UnavailableException("topic", new IOException("no response"));
        }
    }
}
