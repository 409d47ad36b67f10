package io.parler.local.iam;

/// The policies that are not part of a role: managed ones, and those of queues.
public record Policies(ManagedPolicies managed, QueuePolicies queues) {

    public static Policies in(Arns arns) {
        return new Policies(new ManagedPolicies(arns), new QueuePolicies(arns));
    }
}
