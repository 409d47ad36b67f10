package io.parler.local.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SNS: an action on a topic, as a form.
final class SnsApi implements ServiceApi {
    private static final String ERROR =
            "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>"
                    + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
                    + "<RequestId>%s</RequestId></ErrorResponse>";

    @Override
    public boolean readsBody(HttpHead head) {
        return true;
    }

    @Override
    public List<Permission> needed(HttpHead head, byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        String action = form.getOrDefault("Action", "").replaceFirst("^PublishBatch$", "Publish");
        return Optional.ofNullable(form.get("TopicArn"))
                .or(() -> Optional.ofNullable(form.get("TargetArn")))
                .map(topic -> List.of(new Permission("sns:" + action, topic)))
                .orElse(List.of());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String written(Permission permission) {
        return permission.action().replaceFirst("^sns:", "SNS:");
    }

    @Override
    public Reply accessDenied(String message) {
        return Reply.xml(403, ERROR, "AuthorizationError", message);
    }

    @Override
    public Reply unknownKey(String message) {
        return Reply.xml(403, ERROR, "InvalidClientTokenId", message);
    }
}
