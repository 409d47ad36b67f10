package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Step Functions: an action on a state machine or an execution. The result of a task has no
/// resource, its token is the proof.
final class StepFunctionsApi extends JsonApi {
    StepFunctionsApi() {
        super("1.0", "");
    }

    @Override
    List<Permission> needed(String action, JsonNode input) {
        String resource =
                input.path("stateMachineArn").asText(input.path("executionArn").asText("*"));
        return List.of(new Permission("states:" + action, resource));
    }
}
