package io.parler.local.iam;

/// What stacks add to the account's permissions: managed policies, the policies of queues, and the
/// roles of services.
public record Policies(ManagedPolicies managed, QueuePolicies queues, ServiceRoles roles) {

    public static Policies in(Arns arns) {
        ManagedPolicies managed = new ManagedPolicies(arns);
        return new Policies(managed, new QueuePolicies(arns), new ServiceRoles(arns, managed));
    }
}
