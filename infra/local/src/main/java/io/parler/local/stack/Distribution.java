package io.parler.local.stack;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A CloudFront distribution's path table: the first behaviour whose pattern fits wins, the last
/// fits everything.
public record Distribution(List<Behavior> behaviors) {

    /// `originHost` is an API's or a bucket's host name; `originPath` goes before the path.
    public record Behavior(
            PathPattern pattern, String originHost, String originPath, Set<String> methods) {}

    public Behavior behavior(String path) {
        return behaviors.stream()
                .filter(behavior -> behavior.pattern().fits(path))
                .findFirst()
                .orElseThrow();
    }

    /// `*` stands for any characters, none too; `?` for exactly one; case counts.
    public record PathPattern(String text, Pattern pattern) {
        public static PathPattern of(String text) {
            StringBuilder regex = new StringBuilder();
            // A pattern may leave its first slash out.
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

        boolean fits(String path) {
            return pattern.matcher(path).matches();
        }
    }
}
