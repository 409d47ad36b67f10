package io.parler.postconversion.collection;

import io.parler.problem.UnavailableException;
import java.util.ArrayList;
import java.util.List;

/// Workflow that only notes what it is told.
public final class WorkflowInMemory implements Workflow {
    public final List<PostCollection> started = new ArrayList<>();

    /// Each as "token outcome".
    public final List<String> proceeded = new ArrayList<>();

    public boolean isUnavailable;

    @Override
    public void start(PostCollection collection) {
        if (isUnavailable) {
            throw new UnavailableException("the state machine");
        }
        if (started.stream().noneMatch(c -> c.id().equals(collection.id()))) {
            started.add(collection);
        }
    }

    @Override
    public void proceed(String token, String outcome) {
        proceeded.add(token + " " + outcome);
    }
}
