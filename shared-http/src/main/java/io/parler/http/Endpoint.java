package io.parler.http;

/// Answers the requests of one route. A `ProblemException` is answered as its problem, an
/// `UnavailableException` 503; anything else thrown is a bug and is answered 500 with the request
/// id and nothing else.
@FunctionalInterface
public interface Endpoint {
    Response handle(Request request) throws Exception;
}
