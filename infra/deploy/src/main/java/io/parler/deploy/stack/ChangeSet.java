package io.parler.deploy.stack;

import java.util.List;

/// A change set that CloudFormation has finished computing.
public sealed interface ChangeSet {
    String id();

    /// It can be executed.
    record Ready(String id, List<Change> changes) implements ChangeSet {}

    /// The stack is already as requested.
    record Empty(String id) implements ChangeSet {}

    /// CloudFormation refuses it.
    record Refused(String id, String reason) implements ChangeSet {}
}
