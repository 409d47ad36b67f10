package io.parler.local.iam;

/// Gives functions their access keys.
@FunctionalInterface
public interface AccessKeys {

    /// The access key id of the function with this role.
    String keyOf(Role role);
}
