package io.parler.http;

import java.util.Optional;

/// Cross-origin resource sharing: which web pages may read a response (Fetch standard, section
/// 3.3).
///
/// What is open to all may be read by every page. Other responses may be read by the pages of the
/// origins that the account names. A preflight request carries no key, so it is answered alike for
/// all accounts; the response to the request itself decides. Cookies are never shared.
final class Cors {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /// Beside those that every page may read.
    private static final String EXPOSED =
            "ETag, Location, Retry-After, WWW-Authenticate, X-Correlation-Id";

    private Cors() {}

    static boolean isPreflight(String routeKey) {
        return routeKey.startsWith("OPTIONS ");
    }

    static Response preflight(Request request) {
        Optional<String> origin = request.header("Origin");
        if (origin.isEmpty()) {
            return Response.empty(204);
        }
        return Response.empty(204)
                .header(ALLOW_ORIGIN, origin.get())
                .header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key, If-None-Match,"
                                + " X-Correlation-Id")
                .header("Access-Control-Max-Age", "7200")
                .header("Vary", "Origin");
    }

    /// The response to a request of this route, with what a page on another origin may do with it.
    static Response answer(Response response, Route route, Request request) {
        if (route.scope().isEmpty()) {
            return request.isRead() ? exposed(response, "*") : response;
        }
        Response varied = response.header("Vary", "Origin");
        return request.header("Origin")
                .filter(origin -> isNamed(origin, request))
                .map(origin -> exposed(varied, origin))
                .orElse(varied);
    }

    private static boolean isNamed(String origin, Request request) {
        return request.knownCaller()
                .filter(caller -> caller.origins().contains(origin))
                .isPresent();
    }

    private static Response exposed(Response response, String origin) {
        return response.header(ALLOW_ORIGIN, origin)
                .header("Access-Control-Expose-Headers", EXPOSED);
    }
}
