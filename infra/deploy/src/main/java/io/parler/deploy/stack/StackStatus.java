package io.parler.deploy.stack;

import java.time.Instant;
import java.util.Set;

/// A stack as CloudFormation describes it.
///
/// @param state CloudFormation's word, such as `UPDATE_COMPLETE`
/// @param changed when it was created or last updated
/// @param parameters the names of the parameters it has values for
public record StackStatus(
        String name, String id, String state, Instant changed, Set<String> parameters) {
    /// Whether something is being done to it.
    public boolean isInProgress() {
        return state.endsWith("_IN_PROGRESS") && !isOnlyPlanned();
    }

    /// Whether it has a change set and no resource yet.
    public boolean isOnlyPlanned() {
        return state.equals("REVIEW_IN_PROGRESS");
    }

    /// Whether its first creation failed: nothing can be done with it but to delete it.
    public boolean isFailedCreation() {
        return Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED").contains(state);
    }

    public boolean isStuck() {
        return state.equals("UPDATE_ROLLBACK_FAILED");
    }

    public boolean isComplete() {
        return Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE").contains(state);
    }
}
