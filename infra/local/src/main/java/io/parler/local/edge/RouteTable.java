package io.parler.local.edge;

import io.parler.local.stack.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of an HTTP API. The most specific one is used: a fixed segment before a variable
/// before `{proxy+}`, a method before `ANY`, and `$default` last (API Gateway, "Routing API
/// requests").
final class RouteTable {
    /// A matching route, with decoded path parameters.
    record Match(Api.Route route, Map<String, String> pathParameters) {}

    private final List<Api.Route> routes;

    RouteTable(List<Api.Route> routes) {
        List<Api.Route> ordered = new ArrayList<>(routes);
        ordered.sort(
                Comparator.comparing(RouteTable::rank)
                        .thenComparing(route -> route.method().equals("ANY")));
        this.routes = List.copyOf(ordered);
    }

    Optional<Match> match(String method, String rawPath) {
        for (Api.Route route : routes) {
            if (!route.method().equals("ANY") && !route.method().equals(method)) {
                continue;
            }
            Optional<Map<String, String>> parameters = parameters(route.path(), rawPath);
            if (parameters.isPresent()) {
                return Optional.of(new Match(route, parameters.get()));
            }
        }
        return Optional.empty();
    }

    /// One letter per segment, so that the lexical order is the precedence.
    private static String rank(Api.Route route) {
        if (route.path().equals("$default")) {
            return "z";
        }
        StringBuilder rank = new StringBuilder();
        for (String segment : segments(route.path())) {
            rank.append(!segment.startsWith("{") ? 'a' : segment.endsWith("+}") ? 'c' : 'b');
        }
        return rank.toString();
    }

    private static Optional<Map<String, String>> parameters(String pattern, String rawPath) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (pattern.equals("$default")) {
            return Optional.of(parameters);
        }
        String[] expected = segments(pattern);
        String[] actual = segments(rawPath);
        for (int i = 0; i < expected.length; i++) {
            String segment = expected[i];
            if (segment.endsWith("+}")) {
                String rest =
                        String.join(
                                "/",
                                List.of(actual).subList(Math.min(i, actual.length), actual.length));
                if (rest.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 2), Request.decoded(rest));
                return Optional.of(parameters);
            }
            if (i >= actual.length) {
                return Optional.empty();
            }
            if (segment.startsWith("{") && segment.endsWith("}")) {
                if (actual[i].isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(
                        segment.substring(1, segment.length() - 1), Request.decoded(actual[i]));
            } else if (!segment.equals(Request.decoded(actual[i]))) {
                return Optional.empty();
            }
        }
        return actual.length == expected.length ? Optional.of(parameters) : Optional.empty();
    }

    private static String[] segments(String path) {
        return path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    }
}
