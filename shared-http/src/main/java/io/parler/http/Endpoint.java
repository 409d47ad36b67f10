package io.parler.http;

/// Handles the requests of one route. The response to a `ProblemException` is its problem, to an
/// `UnavailableException` 503. Any other exception is a bug: 500, with the request id and nothing
/// else.
@FunctionalInterface
public interface Endpoint {
    Response handle(Request request) throws Exception;
}
