package io.parler.local.iam;

/// An operation of a REST API and the action that it needs, such as `GET /v1/things` and
/// `things:ListThings`. In the path, `*` is any characters.
public record RestOperation(String method, String path, String action) {

    boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && Wildcard.of(path).matches(requestPath);
    }
}
