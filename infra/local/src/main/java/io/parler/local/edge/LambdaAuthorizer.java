package io.parler.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.parler.local.iam.Permission;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Invocation;
import io.parler.local.stack.Api;
import io.parler.local.stack.RequestAuthorizer;
import io.parler.local.stack.RequestAuthorizer.IdentitySource;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets an authorizer function decide about requests, as API Gateway does: identity sources first,
/// then its cached results, then the function (API Gateway, "Lambda authorizers for HTTP APIs").
final class LambdaAuthorizer {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaAuthorizer.class);

    /// The function's name in its ARN.
    private static final Pattern FUNCTION =
            Pattern.compile("arn:[^:]*:lambda:.*:function:([^:]+)(?::[^:]+)?");

    private static final int MAX_CACHED_RESULTS = 10_000;

    private static final Decision UNAUTHORIZED = new Decision.Refused(401, "Unauthorized");
    private static final Decision FORBIDDEN = new Decision.Refused(403, "Forbidden");
    private static final Decision FAILED = new Decision.Refused(500, "Internal Server Error");

    private final Api api;
    private final RequestAuthorizer authorizer;
    private final BiFunction<String, byte[], Invocation> functions;
    private final RoleCheck roleCheck;
    private final HttpApiEvent events;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<List<String>, Cached> cache = new ConcurrentHashMap<>();

    private record Cached(Decision decision, Instant end) {}

    /// What becomes of a request.
    sealed interface Decision {
        /// The function is invoked.
        ///
        /// @param context what the authorizer says of the caller; null if it says nothing
        record Allowed(JsonNode context) implements Decision {}

        /// API Gateway answers the request itself.
        record Refused(int status, String message) implements Decision {}
    }

    LambdaAuthorizer(
            Api api,
            RequestAuthorizer authorizer,
            BiFunction<String, byte[], Invocation> functions,
            RoleCheck roleCheck,
            HttpApiEvent events,
            ObjectMapper json,
            InstantSource clock) {
        this.api = api;
        this.authorizer = authorizer;
        this.functions = functions;
        this.roleCheck = roleCheck;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    Decision decide(RouteTable.Match match, Request request, String requestId) {
        List<String> identities = new ArrayList<>();
        for (IdentitySource source : authorizer.identitySources()) {
            Optional<String> identity = identity(source, match, request);
            if (identity.isEmpty()) {
                return UNAUTHORIZED;
            }
            identities.add(identity.get());
        }
        if (authorizer.ttl().isZero()) {
            return invoke(match, request, requestId, identities);
        }
        Instant now = clock.instant();
        Cached cached = cache.get(identities);
        if (cached != null && now.isBefore(cached.end())) {
            return cached.decision();
        }
        Decision decision = invoke(match, request, requestId, identities);
        if (!decision.equals(FAILED)) {
            makeRoom(now);
            cache.put(List.copyOf(identities), new Cached(decision, now.plus(authorizer.ttl())));
        }
        return decision;
    }

    private void makeRoom(Instant now) {
        if (cache.size() >= MAX_CACHED_RESULTS) {
            cache.values().removeIf(cached -> !now.isBefore(cached.end()));
        }
        if (cache.size() >= MAX_CACHED_RESULTS) {
            cache.clear();
        }
    }

    /// The value of an identity source; an empty one counts as missing.
    private static Optional<String> identity(
            IdentitySource source, RouteTable.Match match, Request request) {
        Optional<String> value =
                switch (source.kind()) {
                    case HEADER -> request.header(source.name().toLowerCase(Locale.ROOT));
                    case QUERY_STRING ->
                            Optional.ofNullable(
                                    HttpApiEvent.query(request.rawQuery()).get(source.name()));
                    // The route key is the only variable that is supported here.
                    case CONTEXT -> Optional.of(match.route().key());
                };
        return value.filter(text -> !text.isEmpty());
    }

    private Decision invoke(
            RouteTable.Match match, Request request, String requestId, List<String> identities) {
        String arn = authorizer.functionArn();
        Permission call = new Permission("lambda:InvokeFunction", arn);
        Optional<String> denial = authorizer.role().flatMap(role -> roleCheck.denial(role, call));
        Matcher function = FUNCTION.matcher(arn);
        if (denial.isPresent()) {
            return failed(denial.get());
        }
        if (!function.matches()) {
            return failed(arn + " is not the ARN of a function");
        }
        byte[] event = events.ofAuthorizer(api, match, request, requestId, identities);
        return switch (functions.apply(function.group(1), event)) {
            case Invocation.Succeeded succeeded -> decision(succeeded.payload());
            case Invocation.Failed failed -> failed(failed.errorType());
            case Invocation.Throttled _ -> failed("the function is throttled");
            case Invocation.Unknown _ -> failed("there is no function " + arn);
        };
    }

    private Decision decision(byte[] payload) {
        try {
            JsonNode response = json.readTree(payload);
            JsonNode authorized = response.path("isAuthorized");
            JsonNode context = response.path("context");
            boolean hasContext = !context.isMissingNode() && !context.isNull();
            if (!authorized.isBoolean() || (hasContext && !context.isObject())) {
                return failed("the response is not a simple response");
            }
            if (!authorized.booleanValue()) {
                return FORBIDDEN;
            }
            return new Decision.Allowed(hasContext ? context : NullNode.getInstance());
        } catch (IOException _) {
            return failed("the response is not JSON");
        }
    }

    private Decision failed(String reason) {
        LOG.error("authorizer {} of API {} failed: {}", authorizer.name(), api.id(), reason);
        return FAILED;
    }
}
