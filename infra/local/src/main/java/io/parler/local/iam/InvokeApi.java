package io.parler.local.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda: the invocation of a function, or of its version or alias.
final class InvokeApi implements ServiceApi {
    private static final Pattern PATH =
            Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([^&]+)");

    private final Arns arns;

    InvokeApi(Arns arns) {
        this.arns = arns;
    }

    @Override
    public boolean readsBody(HttpHead head) {
        return false;
    }

    @Override
    public List<Permission> needed(HttpHead head, byte[] body) {
        Matcher path = PATH.matcher(head.path());
        if (!path.matches()) {
            return List.of();
        }
        String name = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        String arn =
                name.startsWith("arn:")
                        ? name
                        : arns.of("lambda", "function:" + name.replaceFirst("^.*function:", ""));
        Matcher qualifier = QUALIFIER.matcher(head.query());
        return List.of(
                new Permission(
                        "lambda:InvokeFunction",
                        qualifier.find() ? arn + ":" + qualifier.group(1) : arn));
    }

    @Override
    public Reply accessDenied(String message) {
        return Reply.restJson(403, "AccessDeniedException", message);
    }

    @Override
    public Reply unknownKey(String message) {
        return Reply.restJson(403, "UnrecognizedClientException", message);
    }
}
