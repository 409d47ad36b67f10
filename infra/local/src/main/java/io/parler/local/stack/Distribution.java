package io.parler.local.stack;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The behaviors of a CloudFront distribution: the first one whose pattern matches is used, and the
/// last one matches every path.
public record Distribution(List<Behavior> behaviors) {

    /// Where the requests for a path pattern go.
    ///
    /// @param originHost the host name of an API or a bucket
    /// @param originPath prefix for the path
    /// @param trustedKeys the keys that a URL must be signed with, by id; empty for a path that is
    ///     open to all
    /// @param readableByAllPages whether web pages of every origin may read the responses (CORS)
    /// @param compress whether text is compressed for clients that accept it
    public record Behavior(
            PathPattern pattern,
            String originHost,
            String originPath,
            Set<String> methods,
            Map<String, PublicKey> trustedKeys,
            boolean readableByAllPages,
            boolean compress) {}

    public Behavior behavior(String path) {
        return behaviors.stream()
                .filter(behavior -> behavior.pattern().matches(path))
                .findFirst()
                .orElseThrow();
    }

    /// A path pattern: `*` matches zero or more characters, `?` exactly one; case-sensitive.
    public record PathPattern(String text, Pattern pattern) {
        public static PathPattern of(String text) {
            StringBuilder regex = new StringBuilder();
            // The first slash is optional in a pattern.
            for (char c :
                    (text.startsWith("/") || text.startsWith("*") ? text : "/" + text)
                            .toCharArray()) {
                switch (c) {
                    case '*' -> regex.append(".*");
                    case '?' -> regex.append('.');
                    default -> regex.append(Pattern.quote(String.valueOf(c)));
                }
            }
            return new PathPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
        }

        boolean matches(String path) {
            return pattern.matcher(path).matches();
        }
    }
}
