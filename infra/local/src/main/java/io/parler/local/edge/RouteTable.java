package io.parler.local.edge;

import io.parler.local.stack.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes of one HTTP API. The most specific wins: a fixed segment before a variable before
/// `{proxy+}`, a method before `ANY`, and `$default` last (API Gateway, "Routing API requests").
final class RouteTable {
    /// Values of path variables are decoded.
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

    /// One letter a segment, so that ordinary order of texts is the order of precedence.
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
        String[] wanted = segments(pattern);
        String[] given = segments(rawPath);
        for (int i = 0; i < wanted.length; i++) {
            String segment = wanted[i];
            if (segment.endsWith("+}")) {
                String rest =
                        String.join(
                                "/",
                                List.of(given).subList(Math.min(i, given.length), given.length));
                if (rest.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 2), Request.decoded(rest));
                return Optional.of(parameters);
            }
            if (i >= given.length) {
                return Optional.empty();
            }
            if (segment.startsWith("{") && segment.endsWith("}")) {
                if (given[i].isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(
                        segment.substring(1, segment.length() - 1), Request.decoded(given[i]));
            } else if (!segment.equals(Request.decoded(given[i]))) {
                return Optional.empty();
            }
        }
        return given.length == wanted.length ? Optional.of(parameters) : Optional.empty();
    }

    private static String[] segments(String path) {
        return path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    }
}
