package io.parler.local.iam;

import java.util.Optional;

/// Checks calls that a service of AWS makes in a role of the suite.
public interface RoleCheck {

    /// Lists the role's permissions in the report.
    void add(Role role);

    /// AWS's words for why a call is denied; empty if it is allowed.
    Optional<String> denial(Role role, Permission call);

    /// A check that allows everything, for where nothing is checked.
    static RoleCheck allowingAll() {
        return new RoleCheck() {
            @Override
            public void add(Role role) {}

            @Override
            public Optional<String> denial(Role role, Permission call) {
                return Optional.empty();
            }
        };
    }
}
