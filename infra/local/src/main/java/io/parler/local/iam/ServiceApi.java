package io.parler.local.iam;

import java.util.List;

/// What the API of an AWS service looks like: which permissions a request needs, and how the
/// service refuses one.
interface ServiceApi {

    /// Whether the permissions depend on the body.
    boolean readsBody(HttpHead head);

    /// The permissions that a request needs; empty if that is not known.
    List<Permission> needed(HttpHead head, byte[] body);

    /// A permission without which a response 404 becomes 403, so that nobody learns what exists.
    default List<Permission> neededToLearnOfAbsence(HttpHead head) {
        return List.of();
    }

    /// The action as the service writes it in an error message.
    default String written(Permission permission) {
        return permission.action();
    }

    /// The service's response to a call that is not allowed.
    Reply accessDenied(String message);

    /// The service's response to an unknown access key.
    Reply unknownKey(String message);
}
