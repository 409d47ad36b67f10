package io.parler.postconversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A topic that remembers, and can be out.
public final class ATopic implements RequestedEvents {
    public final List<Requested> events = new ArrayList<>();
    private boolean out;
    private boolean answerLost;

    public void goesOut() {
        out = true;
    }

    public void losesAnswers() {
        answerLost = true;
    }

    public void comesBack() {
        out = false;
        answerLost = false;
    }

    @Override
    public void requested(Requested requested) {
        if (out) {
            throw new Outage("topic", new IOException("out"));
        }
        events.add(requested);
        if (answerLost) {
            throw new Outage("topic", new IOException("no answer"));
        }
    }
}
