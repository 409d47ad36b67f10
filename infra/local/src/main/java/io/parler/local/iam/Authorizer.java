package io.parler.local.iam;

import io.parler.local.usage.UsageLog;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides about requests to one service: finds the function by its access key and checks its role.
final class Authorizer {
    private static final Logger LOG = LoggerFactory.getLogger(Authorizer.class);
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/%]+)(?:/|%2F)", Pattern.CASE_INSENSITIVE);

    private final ServiceApi api;
    private final Arns arns;
    private final Roles roles;
    private final PermissionReport report;

    Authorizer(ServiceApi api, Arns arns, Roles roles, PermissionReport report) {
        this.api = api;
        this.arns = arns;
        this.roles = roles;
        this.report = report;
    }

    boolean readsBody(HttpHead head) {
        return api.readsBody(head);
    }

    /// The service's refusal; empty if the request is allowed.
    Optional<Reply> refusal(HttpHead head, byte[] body) {
        Optional<Role> role = role(head);
        if (role.isEmpty()) {
            return Optional.of(
                    api.unknownKey("The security token included in the request is invalid."));
        }
        List<Permission> needed = api.needed(head, body);
        if (needed.isEmpty()) {
            String call = head.method() + " " + head.path() + " " + head.header("X-Amz-Target");
            LOG.error("{}: no permission is known for {}", role.get().function(), call);
            return Optional.of(api.accessDenied("No permission is known here for " + call));
        }
        return refusal(role.get(), needed);
    }

    /// What an allowed request does; empty if nothing is known of it.
    Optional<ForwardedCall> call(HttpHead head, byte[] body, UsageLog usage) {
        Optional<Role> role = role(head);
        List<Permission> needed = api.needed(head, body);
        if (role.isEmpty() || needed.isEmpty()) {
            return Optional.empty();
        }
        boolean transaction = head.header("X-Amz-Target").contains(".Transact");
        return Optional.of(
                new ForwardedCall(
                        usage,
                        role.get().function(),
                        needed.getFirst(),
                        transaction ? needed.size() : 1));
    }

    /// The refusal that replaces a response 404; empty if the caller may learn of it.
    Optional<Reply> refusalOfAbsence(HttpHead head) {
        return role(head).flatMap(role -> refusal(role, api.neededToLearnOfAbsence(head)));
    }

    private Optional<Reply> refusal(Role role, List<Permission> needed) {
        for (Permission permission : needed) {
            Optional<String> reason = role.denial(permission);
            if (reason.isPresent()) {
                String message = message(role, permission, reason.get());
                if (report.denied(role, permission)) {
                    LOG.error("{}: {}", role.function(), message);
                }
                return Optional.of(api.accessDenied(message));
            }
        }
        needed.forEach(permission -> report.used(role, permission));
        return Optional.empty();
    }

    private String message(Role role, Permission permission, String reason) {
        return message(arns, role, permission, api.written(permission), reason);
    }

    /// AWS's words for a denied call.
    static String message(
            Arns arns, Role role, Permission permission, String action, String reason) {
        return "User: arn:aws:sts::%s:assumed-role/%s/%s is not authorized to perform: %s on resource: %s %s"
                .formatted(
                        arns.account(),
                        role.name(),
                        role.function(),
                        action,
                        permission.resource(),
                        reason.replace(permission.action(), action));
    }

    private Optional<Role> role(HttpHead head) {
        Matcher credential = CREDENTIAL.matcher(head.header("Authorization"));
        if (!credential.find()) {
            credential = CREDENTIAL.matcher(head.query()); // of a presigned URL
            if (!credential.find()) {
                return Optional.empty();
            }
        }
        return roles.ofKey(credential.group(1));
    }
}
