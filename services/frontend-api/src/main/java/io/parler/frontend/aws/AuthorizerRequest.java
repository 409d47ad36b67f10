package io.parler.frontend.aws;

import io.parler.frontend.account.AccessRequest;
import io.parler.frontend.account.SessionCookie;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields that we need of what API Gateway sends a request authorizer (payload format 2.0).
/// Header names are in lower case.
record AuthorizerRequest(
        @Nullable List<String> cookies,
        @Nullable Map<String, String> headers,
        ContextV2 requestContext) {
    private static final String BEARER = "bearer ";

    record ContextV2(@Nullable String requestId, HttpV2 http) {}

    record HttpV2(String method) {}

    AccessRequest toDomain(SessionCookie cookie) {
        return accessRequest(
                requestContext.http().method(),
                Objects.requireNonNullElse(headers, Map.of()),
                Objects.requireNonNullElse(cookies, List.of()),
                cookie);
    }

    static AccessRequest accessRequest(
            String method,
            Map<String, String> headers,
            List<String> cookies,
            SessionCookie cookie) {
        Stream<String> inHeader =
                header(headers, "cookie").stream().flatMap(it -> Arrays.stream(it.split(";")));
        return new AccessRequest(
                method,
                header(headers, "authorization").flatMap(AuthorizerRequest::bearer),
                cookie.find(Stream.concat(cookies.stream(), inHeader).toList()),
                header(headers, "origin"),
                header(headers, "sec-fetch-site"));
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /// Another scheme is not ours: a proxy in front may have it.
    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
