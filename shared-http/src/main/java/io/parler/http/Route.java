package io.parler.http;

/// A route key as in the template (`GET /v1/conversions/{id}`) and what answers it.
public record Route(String key, Endpoint endpoint) {
    public static Route of(String key, Endpoint endpoint) {
        return new Route(key, endpoint);
    }

    /// One for other services, which invoke the function directly: no template routes the public's
    /// requests to it.
    public static Route internal(String key, Endpoint endpoint) {
        return new Route(key, endpoint);
    }
}
