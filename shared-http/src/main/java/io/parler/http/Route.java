package io.parler.http;

/// A route: its key as in the template (`GET /v1/conversions/{id}`) and its endpoint.
public record Route(String key, Endpoint endpoint) {
    public static Route of(String key, Endpoint endpoint) {
        return new Route(key, endpoint);
    }

    /// A route for other services, which invoke the function directly: no template routes public
    /// requests to it.
    public static Route internal(String key, Endpoint endpoint) {
        return new Route(key, endpoint);
    }
}
