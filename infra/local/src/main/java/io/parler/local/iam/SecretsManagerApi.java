package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Secrets Manager: an action on a secret.
final class SecretsManagerApi extends JsonApi {
    private final Arns arns;

    SecretsManagerApi(Arns arns) {
        super("1.1", "");
        this.arns = arns;
    }

    @Override
    List<Permission> needed(String action, JsonNode input) {
        return List.of(
                new Permission(
                        "secretsmanager:" + action,
                        arns.secret(arns.secretName(input.path("SecretId").asText()))));
    }
}
