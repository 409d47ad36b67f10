package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Rules for routes: handlers, throttles, and the edge in front. Each rule returns its violations.
public final class RouteRules {
    private static final Pattern ROUTE =
            Pattern.compile("\"((?:GET|POST|PUT|PATCH|DELETE|HEAD|ANY) /[^\"]*|\\$default)\"");

    private static final Pattern INTERNAL = Pattern.compile("Route\\.internal\\(\\s*\"([^\"]*)\"");

    private static final Pattern ACCESS =
            Pattern.compile(
                    "Route\\.(open|optional|needs)\\(\\s*(?:Scope\\.(\\w+),\\s*)?\"([^\"]*)\"");

    private RouteRules() {}

    /// The scope that the code demands for each public route: `read`, `open` for none, or
    /// `optional` where a caller may be signed in.
    public static Map<String, String> scopes(Template template) {
        Map<String, String> scopes = new TreeMap<>();
        for (JsonNode function : template.functions().values()) {
            if (!Template.routes(function).isEmpty()) {
                Path source =
                        source(
                                TemplateFixtures.sources(template),
                                function.path("Handler").asText());
                ACCESS.matcher(ProjectFiles.read(source))
                        .results()
                        .forEach(
                                route ->
                                        scopes.put(
                                                route.group(3),
                                                route.group(2) == null
                                                        ? route.group(1)
                                                        : route.group(2).toLowerCase(Locale.ROOT)));
            }
        }
        return scopes;
    }

    /// Compares with the route keys in the source of the handler. Internal routes are for other
    /// services and must not be public.
    static List<String> routesAreAnswered(Template template, Path sources) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            Set<String> routed = new TreeSet<>(Template.routes(function));
                            if (routed.isEmpty()) {
                                return;
                            }
                            Set<String> answered = new TreeSet<>();
                            Path source = source(sources, function.path("Handler").asText());
                            ROUTE.matcher(ProjectFiles.read(source))
                                    .results()
                                    .forEach(r -> answered.add(r.group(1)));
                            Set<String> internal = new TreeSet<>();
                            INTERNAL.matcher(ProjectFiles.read(source))
                                    .results()
                                    .forEach(r -> internal.add(r.group(1)));
                            answered.removeAll(internal);
                            for (String route : minus(routed, answered)) {
                                violations.add(
                                        name
                                                + ": routes "
                                                + route
                                                + ", which its handler does not know");
                            }
                            for (String route : minus(answered, routed)) {
                                violations.add(
                                        name
                                                + ": answers "
                                                + route
                                                + ", which nothing routes to it");
                            }
                        });
        return violations;
    }

    static List<String> apisAreThrottled(Template template) {
        List<String> violations = new ArrayList<>();
        template.resources("AWS::Serverless::HttpApi")
                .forEach(
                        (name, api) -> {
                            JsonNode limits = api.path("DefaultRouteSettings");
                            if (limits.path("ThrottlingRateLimit").asDouble() <= 0
                                    || limits.path("ThrottlingBurstLimit").asInt() <= 0) {
                                violations.add(name + ": no limit on requests a second");
                            }
                        });
        return violations;
    }

    /// The first behavior of the edge that matches a route leads to its service, and allows its
    /// method.
    static List<String> edgeLeadsToEachRoute(Template edge, List<Template> services) {
        List<String> violations = new ArrayList<>();
        // Each service is there, and nothing older beside them.
        Set<String> conditions = new HashSet<>();
        edge.tree().path("Conditions").fieldNames().forEachRemaining(conditions::add);
        conditions.remove("HasLegacy");
        JsonNode distribution =
                Template.chosen(
                        edge.tree().at("/Resources/Edge/Properties/DistributionConfig"),
                        conditions);
        for (Template service : services) {
            for (String route : service.routes()) {
                String method = route.substring(0, route.indexOf(' '));
                String path = route.substring(route.indexOf(' ') + 1);
                JsonNode behaviour = distribution.path("DefaultCacheBehavior");
                for (JsonNode candidate : distribution.path("CacheBehaviors")) {
                    if (fits(candidate.path("PathPattern").asText(), path)) {
                        behaviour = candidate;
                        break;
                    }
                }
                if (!behaviour.path("TargetOriginId").asText().equals(service.name())) {
                    violations.add(
                            route
                                    + " of "
                                    + service.name()
                                    + " is sent to "
                                    + behaviour.path("TargetOriginId").asText());
                }
                Set<String> methods = new HashSet<>();
                behaviour.path("AllowedMethods").forEach(m -> methods.add(m.asText()));
                if (!methods.contains(method) && !method.equals("ANY")) {
                    violations.add(
                            route
                                    + " of "
                                    + service.name()
                                    + " is refused: only "
                                    + new TreeSet<>(methods));
                }
            }
        }
        return violations;
    }

    /// The access of a route is the same in template and code: only open routes have no authorizer.
    static List<String> onlyOpenRoutesHaveNoAuthorizer(Template template) {
        List<String> violations = new ArrayList<>();
        Map<String, String> scopes = scopes(template);
        template.resources("AWS::Serverless::HttpApi")
                .forEach(
                        (name, api) -> {
                            if (api.at("/Auth/DefaultAuthorizer").isMissingNode()) {
                                violations.add(name + ": no authorizer");
                            }
                        });
        for (JsonNode function : template.functions().values()) {
            for (JsonNode event : function.path("Events")) {
                JsonNode route = event.path("Properties");
                String method = route.path("Method").asText();
                String key = method + " " + route.path("Path").asText();
                boolean open = method.equals(Template.PREFLIGHT) || "open".equals(scopes.get(key));
                boolean asks = !route.at("/Auth/Authorizer").asText().equals("NONE");
                if (event.path("Type").asText().equals("HttpApi") && open == asks) {
                    violations.add(key + (open ? " asks the authorizer" : " asks nobody"));
                }
            }
        }
        return violations;
    }

    private static Path source(Path sources, String handler) {
        return sources.resolve(handler.replace('.', '/') + ".java");
    }

    private static boolean fits(String pattern, String path) {
        return Pattern.matches(
                Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), path);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
