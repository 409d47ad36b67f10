package io.parler.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that a function sends to itself to be primed. It counts as one of another service, so
/// the owner is its caller.
///
/// @param routeKey as in the template: `GET /v1/posts`
public record PrimingRequest(
        String routeKey,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable String body) {
    /// Enough for the code to be compiled that runs once in each part of a request.
    public static final int ROUNDS = 5;

    /// The id of a conversion that was never requested.
    public static final String UNKNOWN_CONVERSION = "01800000-0000-7000-8000-000000000000";

    public PrimingRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    public static PrimingRequest of(String routeKey) {
        return new PrimingRequest(routeKey, Map.of(), Map.of(), null);
    }

    /// With a variable of the path.
    public PrimingRequest path(String name, String value) {
        return new PrimingRequest(routeKey, with(path, name, value), query, body);
    }

    public PrimingRequest query(String name, String value) {
        return new PrimingRequest(routeKey, path, with(query, name, value), body);
    }

    public PrimingRequest body(String json) {
        return new PrimingRequest(routeKey, path, query, json);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> added = new HashMap<>(map);
        added.put(name, value);
        return added;
    }

    APIGatewayV2HTTPEvent event() {
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(routeKey)
                .withRawPath(routeKey.substring(routeKey.indexOf('/')))
                .withHeaders(Map.of("accept-encoding", "gzip", "accept-language", "en"))
                .withPathParameters(path)
                .withQueryStringParameters(query)
                .withBody(body)
                .build();
    }

    /// What a browser asks first, with all that API Gateway adds.
    static APIGatewayV2HTTPEvent preflight() {
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey("OPTIONS /{proxy+}")
                .withRawPath("/")
                .withRawQueryString("")
                .withCookies(List.of())
                .withHeaders(
                        Map.of(
                                "origin", "https://parler.invalid",
                                "access-control-request-method", "GET"))
                .withRequestContext(
                        APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withRequestId("priming")
                                .withHttp(
                                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                                .withMethod("OPTIONS")
                                                .build())
                                .withAuthorizer(
                                        APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                                                .withLambda(Map.of("scopes", "read"))
                                                .build())
                                .build())
                .build();
    }
}
