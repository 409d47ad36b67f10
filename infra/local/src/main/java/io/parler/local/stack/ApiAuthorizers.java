package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.iam.Role;
import io.parler.local.iam.RoleCheck;
import io.parler.local.iam.ServiceRoles;
import io.parler.local.stack.RequestAuthorizer.IdentitySource;
import io.parler.local.stack.RequestAuthorizer.Kind;
import io.parler.local.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The authorizers of an HTTP API, and which one a route has: SAM's `Auth`.
final class ApiAuthorizers {
    private static final String NONE = "NONE";
    private static final int DEFAULT_TTL_SECONDS = 300;
    private static final int MAX_TTL_SECONDS = 3600;
    private static final String API_GATEWAY = "apigateway.amazonaws.com";

    private final Map<String, RequestAuthorizer> byName = new LinkedHashMap<>();
    private final Optional<String> defaultName;

    private ApiAuthorizers(Optional<String> defaultName) {
        this.defaultName = defaultName;
    }

    /// @param auth the property `Auth` of the API, which may be missing
    static ApiAuthorizers read(ResourceProperties auth, ServiceRoles roles, RoleCheck check) {
        ApiAuthorizers authorizers = new ApiAuthorizers(auth.text("DefaultAuthorizer"));
        ResourceProperties all = auth.child("Authorizers");
        all.node()
                .fieldNames()
                .forEachRemaining(
                        name ->
                                authorizers.byName.put(
                                        name, authorizer(name, all.child(name), roles)));
        authorizers.byName.values().forEach(a -> a.role().ifPresent(check::add));
        authorizers.defaultName.ifPresent(name -> authorizers.named(auth, name));
        return authorizers;
    }

    /// The authorizer of a route.
    ///
    /// @param auth the property `Auth` of the event, which may be missing
    Optional<RequestAuthorizer> ofRoute(ResourceProperties auth) {
        Optional<String> own = auth.text("Authorizer");
        if (own.filter(NONE::equals).isPresent()) {
            if (defaultName.isEmpty()) {
                throw new TemplateException(
                        auth.where()
                                + ": Authorizer NONE is for an API with a DefaultAuthorizer only");
            }
            return Optional.empty();
        }
        return own.or(() -> defaultName).map(name -> named(auth, name));
    }

    private RequestAuthorizer named(ResourceProperties where, String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(
                        () ->
                                new TemplateException(
                                        where.where() + ": the API has no authorizer " + name));
    }

    private static RequestAuthorizer authorizer(
            String name, ResourceProperties properties, ServiceRoles roles) {
        properties.requiredText("AuthorizerPayloadFormatVersion");
        if (properties.text("EnableSimpleResponses").isEmpty()) {
            throw new TemplateException(
                    properties.where()
                            + ": an authorizer without EnableSimpleResponses, which returns an IAM"
                            + " policy, is not supported here");
        }
        ResourceProperties identity = properties.child("Identity");
        List<IdentitySource> sources = new ArrayList<>();
        add(identity.list("Headers"), Kind.HEADER, sources);
        add(identity.list("QueryStrings"), Kind.QUERY_STRING, sources);
        add(identity.list("Context"), Kind.CONTEXT, sources);
        return new RequestAuthorizer(
                name,
                properties.requiredText("FunctionArn"),
                role(properties, roles),
                sources,
                ttl(identity, sources.isEmpty()));
    }

    private static void add(JsonNode names, Kind kind, List<IdentitySource> sources) {
        names.forEach(name -> sources.add(new IdentitySource(kind, name.asText())));
    }

    private static Duration ttl(ResourceProperties identity, boolean withoutSources) {
        Optional<Integer> seconds = identity.number("ReauthorizeEvery");
        if (seconds.filter(s -> s < 0 || s > MAX_TTL_SECONDS).isPresent()) {
            throw new TemplateException(
                    identity.where() + ": ReauthorizeEvery must be 0 to " + MAX_TTL_SECONDS);
        }
        if (withoutSources) {
            if (seconds.filter(s -> s > 0).isPresent()) {
                throw new TemplateException(
                        identity.where()
                                + ": ReauthorizeEvery needs an identity source, which is the cache key");
            }
            return Duration.ZERO;
        }
        return Duration.ofSeconds(seconds.orElse(DEFAULT_TTL_SECONDS));
    }

    private static Optional<Role> role(ResourceProperties properties, ServiceRoles roles) {
        return properties
                .text("FunctionInvokeRole")
                .filter(arn -> !arn.equals(NONE))
                .map(arn -> roles.assumedBy(API_GATEWAY, properties.where(), arn));
    }
}
