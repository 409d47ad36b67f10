package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The parameter store: an action on each parameter.
final class SsmApi extends JsonApi {
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
        return names.stream()
                .map(name -> name.startsWith("/") ? name : "/" + name)
                .map(name -> new Permission("ssm:" + action, arns.of("ssm", "parameter" + name)))
                .toList();
    }
}
