package io.parler.http;

/// A route key as in the template (`GET /v1/conversions/{id}`) and what answers it.
public record Route(String key, Endpoint endpoint) {
    public static Route of(String key, Endpoint endpoint) {
        return new Route(key, endpoint);
    }
}
