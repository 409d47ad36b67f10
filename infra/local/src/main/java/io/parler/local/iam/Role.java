package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The role of a function or a service: what its calls may do.
public final class Role {
    private static final Map<String, String> NO_CONTEXT = Map.of();

    private final String name;
    private final String function;
    private final List<Statement> own;
    private final List<Statement> added;
    private final Optional<List<Statement>> boundary;

    /// @param own the statements of the template
    /// @param added the statements that SAM adds
    /// @param boundary the statements of the permissions boundary, if there is one
    private Role(
            String name,
            String function,
            List<Statement> own,
            List<Statement> added,
            Optional<List<Statement>> boundary) {
        this.name = name;
        this.function = function;
        this.own = List.copyOf(own);
        this.added = List.copyOf(added);
        this.boundary = boundary.map(List::copyOf);
    }

    /// The role that SAM makes for a function.
    ///
    /// @param where the file, line and name, for errors
    /// @param properties the properties of the function
    public static Role ofFunction(
            String where,
            String name,
            String function,
            JsonNode properties,
            ManagedPolicies managed) {
        List<Statement> added = new ArrayList<>(ManagedPolicies.BASIC_EXECUTION);
        for (JsonNode event : properties.path("Events")) {
            if (event.path("Type").asText().equals("SQS")) {
                added.addAll(ManagedPolicies.QUEUE_EXECUTION);
            }
        }
        JsonNode boundary = properties.path("PermissionsBoundary");
        return new Role(
                name,
                function,
                managed.ofFunction(where, properties.path("Policies")),
                added,
                boundary.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(managed.boundary(where, boundary.asText())));
    }

    /// A role that a service of AWS acts in.
    static Role ofService(
            String name, List<Statement> statements, Optional<List<Statement>> boundary) {
        return new Role(name, name, statements, List.of(), boundary);
    }

    public String name() {
        return name;
    }

    /// The name of the function; of a role of a service, the role's own name.
    public String function() {
        return function;
    }

    /// Why a call is denied, as AWS puts it; empty if it is allowed.
    public Optional<String> denial(Permission call) {
        if (denies(own, call) || denies(added, call)) {
            return Optional.of("with an explicit deny in an identity-based policy");
        }
        if (boundary.isPresent() && denies(boundary.get(), call)) {
            return Optional.of("with an explicit deny in a permissions boundary");
        }
        if (!allows(own, call) && !allows(added, call)) {
            return Optional.of(
                    "because no identity-based policy allows the " + call.action() + " action");
        }
        if (boundary.isPresent() && !allows(boundary.get(), call)) {
            return Optional.of(
                    "because no permissions boundary allows the " + call.action() + " action");
        }
        return Optional.empty();
    }

    /// The permissions in the template that allow a call, as written.
    List<Permission> used(Permission call) {
        return own.stream()
                .filter(Statement::allows)
                .flatMap(statement -> statement.permissions(call).stream())
                .toList();
    }

    /// All permissions in the template, as written.
    List<Permission> granted() {
        return own.stream()
                .filter(Statement::allows)
                .flatMap(statement -> statement.permissions().stream())
                .toList();
    }

    private static boolean allows(List<Statement> statements, Permission call) {
        return any(statements, call, Statement::allows);
    }

    private static boolean denies(List<Statement> statements, Permission call) {
        return any(statements, call, statement -> !statement.allows());
    }

    private static boolean any(
            List<Statement> statements, Permission call, Predicate<Statement> effect) {
        return statements.stream().anyMatch(s -> effect.test(s) && s.matches(call, NO_CONTEXT));
    }
}
