package io.parler.local.iam;

import java.util.List;

/// A service with a REST protocol and a list of its operations, which know no resource.
final class RestApi implements ServiceApi {
    private final List<RestOperation> operations;

    RestApi(List<RestOperation> operations) {
        this.operations = List.copyOf(operations);
    }

    @Override
    public boolean readsBody(HttpHead head) {
        return false;
    }

    @Override
    public List<Permission> needed(HttpHead head, byte[] body) {
        return operations.stream()
                .filter(operation -> operation.matches(head.method(), head.path()))
                .map(operation -> new Permission(operation.action(), "*"))
                .limit(1)
                .toList();
    }

    @Override
    public Reply accessDenied(String message) {
        return Reply.restJson(403, "AccessDeniedException", message);
    }

    @Override
    public Reply unknownKey(String message) {
        return Reply.restJson(403, "UnrecognizedClientException", message);
    }
}
