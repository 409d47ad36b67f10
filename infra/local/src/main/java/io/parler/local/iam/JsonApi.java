package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/// A service with the JSON protocol: the action is in `X-Amz-Target`.
abstract class JsonApi implements ServiceApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final String errorPrefix;

    JsonApi(String version, String errorPrefix) {
        this.version = version;
        this.errorPrefix = errorPrefix;
    }

    @Override
    public final boolean readsBody(HttpHead head) {
        return true;
    }

    @Override
    public final List<Permission> needed(HttpHead head, byte[] body) {
        String target = head.header("X-Amz-Target");
        try {
            return needed(
                    target.substring(target.indexOf('.') + 1),
                    body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (IOException _) {
            return List.of();
        }
    }

    abstract List<Permission> needed(String action, JsonNode input);

    @Override
    public final Reply accessDenied(String message) {
        return Reply.json(400, version, errorPrefix + "AccessDeniedException", message);
    }

    @Override
    public final Reply unknownKey(String message) {
        return Reply.json(400, version, errorPrefix + "UnrecognizedClientException", message);
    }
}
