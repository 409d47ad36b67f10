package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The parameter store: an action on each parameter. One that stands for a secret also needs the
/// right to read that.
final class SsmApi extends JsonApi {
    private static final String SECRETS = "/aws/reference/secretsmanager/";

    private final Arns arns;

    SsmApi(Arns arns) {
        super("1.1", "");
        this.arns = arns;
    }

    @Override
    List<Permission> needed(String action, JsonNode input) {
        List<String> names = new ArrayList<>();
        input.path("Names").forEach(name -> names.add(name.asText()));
        for (String field : List.of("Name", "Path")) {
            if (input.has(field)) {
                names.add(input.path(field).asText());
            }
        }
        List<Permission> needed = new ArrayList<>();
        for (String nameAndSelector : names) {
            String name = nameAndSelector.replaceFirst(":.*", "");
            String path = name.startsWith("/") ? name : "/" + name;
            needed.add(new Permission("ssm:" + action, arns.of("ssm", "parameter" + path)));
            if (path.startsWith(SECRETS)) {
                needed.add(
                        new Permission(
                                "secretsmanager:GetSecretValue",
                                arns.secret(path.substring(SECRETS.length()))));
            }
        }
        return needed;
    }
}
