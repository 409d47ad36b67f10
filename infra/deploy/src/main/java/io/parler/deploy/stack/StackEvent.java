package io.parler.deploy.stack;

/// One line of a stack's history: a resource changed its state.
///
/// @param state such as `CREATE_FAILED`
/// @param physicalId empty until the resource has one
/// @param reason empty where there is none
public record StackEvent(
        String eventId,
        String stackId,
        String resource,
        String physicalId,
        String type,
        String state,
        String reason) {
    /// Whether it tells of the stack itself.
    boolean isOfTheStack() {
        return physicalId.equals(stackId);
    }

    boolean isFailure() {
        return state.endsWith("_FAILED");
    }

    /// Whether it begins what somebody asked for, and is not a rollback of that.
    public boolean beginsOperation() {
        return isOfTheStack()
                && (state.equals("CREATE_IN_PROGRESS")
                        || state.equals("UPDATE_IN_PROGRESS")
                        || state.equals("DELETE_IN_PROGRESS"));
    }
}
