package io.parler.local.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.parler.local.http.ApiServer.Answer;
import io.parler.local.iam.Arns;
import java.io.IOException;
import java.util.Optional;

/// The API of Secrets Manager, as far as a secret is read and rotated: GetSecretValue and
/// PutSecretValue.
public final class SecretsManager {
    private static final String TARGET = "secretsmanager.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretStore secrets;
    private final Arns arns;

    public SecretsManager(SecretStore secrets, Arns arns) {
        this.secrets = secrets;
        this.arns = arns;
    }

    /// Whether a request is for this API.
    public static boolean handles(HttpExchange request) {
        String target = request.getRequestHeaders().getFirst("X-Amz-Target");
        return target != null && target.startsWith(TARGET);
    }

    /// Handles a request of the JSON 1.1 protocol.
    public Answer handle(HttpExchange request, byte[] body) throws IOException {
        String action =
                request.getRequestHeaders().getFirst("X-Amz-Target").substring(TARGET.length());
        JsonNode input = JSON.readTree(body);
        String name = arns.secretName(input.path("SecretId").asText());
        return switch (action) {
            case "GetSecretValue" -> getSecretValue(name, input);
            case "PutSecretValue" -> putSecretValue(name, input);
            default ->
                    error(
                            "InvalidRequestException",
                            "secretsmanager:" + action + " is not supported here");
        };
    }

    private Answer getSecretValue(String name, JsonNode input) {
        String wanted =
                input.path("VersionId")
                        .asText(input.path("VersionStage").asText(SecretStore.CURRENT));
        Optional<SecretStore.Version> version = secrets.get(name, wanted);
        if (version.isEmpty()) {
            return error(
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret value for staging label: "
                            + wanted);
        }
        ObjectNode response = object(name);
        response.put("VersionId", version.get().id());
        response.put("SecretString", version.get().value());
        response.putArray("VersionStages").add(version.get().label());
        response.put("CreatedDate", version.get().created().toEpochMilli() / 1000.0);
        return json(200, response);
    }

    private Answer putSecretValue(String name, JsonNode input) {
        if (!input.path("SecretString").isTextual()) {
            return error("InvalidParameterException", "only a SecretString is supported here");
        }
        Optional<String> version = secrets.rotate(name, input.path("SecretString").asText());
        if (version.isEmpty()) {
            return error(
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret.");
        }
        ObjectNode response = object(name).put("VersionId", version.get());
        response.putArray("VersionStages").add(SecretStore.CURRENT);
        return json(200, response);
    }

    private ObjectNode object(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ARN", arns.secret(name))
                .put("Name", name);
    }

    private static Answer error(String type, String message) {
        return json(
                400,
                JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message));
    }

    private static Answer json(int status, ObjectNode body) {
        return Answer.of(status, "application/x-amz-json-1.1", body.toString());
    }
}
