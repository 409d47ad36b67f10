package io.parler.deploy.plan;

import io.parler.deploy.stack.Change;
import java.util.List;

/// What a deployment will do with one entry of the suite.
public sealed interface EntryPlan {
    String name();

    /// The stack does not exist.
    ///
    /// @param types those of the resources; some may depend on a condition
    record Create(String name, List<String> types) implements EntryPlan {}

    record Update(String name, List<Change> changes) implements EntryPlan {}

    record Unchanged(String name) implements EntryPlan {}

    /// What it will do can only be computed later.
    record Later(String name, String reason) implements EntryPlan {}
}
