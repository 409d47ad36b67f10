package io.parler.local.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A statement of a policy.
///
/// @param principals the AWS services that it is about, or `*`; empty in a policy of a role
record Statement(
        boolean allows,
        List<Wildcard> actions,
        List<Wildcard> resources,
        List<Condition> conditions,
        List<String> principals) {
    Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        principals = List.copyOf(principals);
    }

    static Statement allow(List<String> actions) {
        return new Statement(
                true,
                actions.stream().map(Wildcard::ignoringCase).toList(),
                List.of(Wildcard.of("*")),
                List.of(),
                List.of());
    }

    boolean matches(Permission permission, Map<String, String> context) {
        return actions.stream().anyMatch(action -> action.matches(permission.action()))
                && resources.stream().anyMatch(r -> r.matches(permission.resource()))
                && conditions.stream().allMatch(condition -> condition.holds(context));
    }

    boolean isAbout(String principal) {
        return principals.contains("*") || principals.contains(principal);
    }

    /// Every pair of an action and a resource in this statement, as written.
    List<Permission> permissions() {
        return permissions(Optional.empty());
    }

    /// The pairs that match a call.
    List<Permission> permissions(Permission call) {
        return permissions(Optional.of(call));
    }

    private List<Permission> permissions(Optional<Permission> call) {
        List<Permission> found = new ArrayList<>();
        for (Wildcard action : actions) {
            for (Wildcard resource : resources) {
                if (call.map(c -> action.matches(c.action()) && resource.matches(c.resource()))
                        .orElse(true)) {
                    found.add(new Permission(action.text(), resource.text()));
                }
            }
        }
        return found;
    }
}
