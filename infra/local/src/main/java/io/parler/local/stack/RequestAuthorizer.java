package io.parler.local.stack;

import io.parler.local.iam.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A Lambda function that decides which requests an HTTP API accepts.
///
/// @param functionArn the ARN of the function, its version or its alias
/// @param role the role in which API Gateway invokes it; without one the function's own policy
///     decides, which is not checked here
/// @param identitySources what a request must have; also the cache key
/// @param ttl how long a result is cached; zero for never
public record RequestAuthorizer(
        String name,
        String functionArn,
        Optional<Role> role,
        List<IdentitySource> identitySources,
        Duration ttl) {

    public RequestAuthorizer {
        identitySources = List.copyOf(identitySources);
    }

    /// Where in a request an identity is.
    public record IdentitySource(Kind kind, String name) {
        /// API Gateway's selection expression.
        public String expression() {
            return kind.prefix + name;
        }
    }

    /// The parts of a request that can be identity sources here.
    public enum Kind {
        HEADER("$request.header."),
        QUERY_STRING("$request.querystring."),
        CONTEXT("$context.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }
}
