package io.parler.deploy.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CloudFormation, as far as a deployment needs it.
public interface Stacks {
    TemplateSummary summary(TemplateSource template);

    Optional<StackStatus> get(String nameOrId);

    /// Computes a change set and waits for it.
    ChangeSet createChangeSet(ChangeRequest request);

    /// Deletes a change set, together with a stack that has nothing but it.
    void deleteChangeSet(String stack, String changeSetId);

    void execute(String stack, String changeSetId);

    void delete(String stack);

    /// Newest first, up to and including the beginning of the latest operation.
    List<StackEvent> latestOperation(String nameOrId);

    List<StackResource> resources(String stack);

    /// A value that a stack has as its output.
    Optional<String> output(String stack, String name);

    /// The values of its parameters; of a stored value its name.
    Map<String, String> parameters(String stack);

    /// The template as it was submitted.
    String template(String stack);
}
