package io.parler.deploy.stack;

import io.parler.deploy.suite.DeployException;
import io.parler.deploy.terminal.Output;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Brings one stack to what is requested, whatever state an earlier run left it in.
public final class StackDeployer {
    private final Stacks stacks;
    private final OperationFollower follower;
    private final Output output;
    private final String awsOptions;

    /// Deploys through these ports.
    ///
    /// @param awsOptions what an `aws` command needs to reach the same account and region
    public StackDeployer(
            Stacks stacks, OperationFollower follower, Output output, String awsOptions) {
        this.stacks = stacks;
        this.follower = follower;
        this.output = output;
        this.awsOptions = awsOptions;
    }

    /// Waits for what is being done to the stack, and deletes it if its first creation failed.
    ///
    /// @return the stack as it can be updated; empty when it is to be created
    public Optional<StackStatus> settle(String name) {
        Optional<StackStatus> found = stacks.get(name);
        if (found.isPresent() && found.get().isInProgress()) {
            output.line(name + " is " + found.get().state() + "; waiting until that has ended.");
            found = Optional.of(follower.follow(found.get(), 0, Set.of()).stack());
        }
        if (found.isEmpty()
                || found.get().isOnlyPlanned()
                || found.get().state().equals("DELETE_COMPLETE")) {
            return Optional.empty();
        }
        StackStatus stack = found.get();
        if (stack.isStuck()) {
            throw new DeployException(continueRollback(stack.name()));
        }
        if (stack.isFailedCreation()) {
            output.line(
                    name + " is " + stack.state() + ": its first creation failed. Deleting it.");
            delete(stack);
            return Optional.empty();
        }
        return Optional.of(stack);
    }

    /// Computes a change set, and executes it.
    ///
    /// @param approve is asked before changes that lose data
    public void deploy(ChangeRequest request, int resources, Predicate<List<Change>> approve) {
        String name = request.stack();
        ChangeSet changeSet = stacks.createChangeSet(request);
        switch (changeSet) {
            case ChangeSet.Empty _ -> {
                stacks.deleteChangeSet(name, changeSet.id());
                output.line(name + ": no changes");
            }
            case ChangeSet.Refused refused -> {
                stacks.deleteChangeSet(name, changeSet.id());
                throw new DeployException(
                        name + ": CloudFormation refuses the change: " + refused.reason());
            }
            case ChangeSet.Ready ready -> {
                List<Change> losses = ready.changes().stream().filter(Change::losesData).toList();
                if (!losses.isEmpty() && !approve.test(losses)) {
                    stacks.deleteChangeSet(name, changeSet.id());
                    throw new DeployException(name + " was not changed.");
                }
                execute(request, ready, resources);
            }
        }
    }

    public void delete(StackStatus stack) {
        Set<String> past = follower.past(stack.id());
        stacks.delete(stack.id());
        OperationFollower.Result result = follower.follow(stack, 0, past);
        if (!result.stack().state().equals("DELETE_COMPLETE")) {
            throw new DeployException(result.failureReason());
        }
        output.line(stack.name() + ": deleted");
    }

    private void execute(ChangeRequest request, ChangeSet.Ready changeSet, int resources) {
        String name = request.stack();
        StackStatus stack =
                stacks.get(name).orElseThrow(() -> new DeployException(name + " has disappeared."));
        output.line(name + ": " + (request.create() ? "creating" : "updating"));
        Set<String> past = follower.past(stack.id());
        stacks.execute(name, changeSet.id());
        OperationFollower.Result result =
                follower.follow(
                        stack, request.create() ? resources : changeSet.changes().size(), past);
        if (!result.stack().isComplete()) {
            throw new DeployException(
                    result.stack().isStuck()
                            ? result.failureReason() + " " + continueRollback(name)
                            : result.failureReason());
        }
        output.line(name + ": " + (request.create() ? "created" : "updated"));
    }

    private String continueRollback(String name) {
        return name
                + " could not be rolled back. Remove the cause, then: aws cloudformation"
                + " continue-update-rollback --stack-name "
                + name
                + awsOptions;
    }
}
