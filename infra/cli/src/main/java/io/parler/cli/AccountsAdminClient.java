package io.parler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/// Invokes a stage's function `AccountsAdmin`: whoever may invoke it manages its keys.
final class AccountsAdminClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LambdaClient lambda;
    private final SsmClient parameters;
    private final String stage;

    AccountsAdminClient(LambdaClient lambda, SsmClient parameters, String stage) {
        this.lambda = lambda;
        this.parameters = parameters;
        this.stage = stage;
    }

    JsonNode create(ObjectNode request) {
        return call("POST /keys", Map.of(), request.toString());
    }

    JsonNode list() {
        return call("GET /keys", Map.of(), "");
    }

    /// False when it was revoked before.
    boolean revoke(String keyId) {
        return call("DELETE /keys/{id}", Map.of("id", keyId), "").path("revoked").asBoolean();
    }

    /// How many conversions are deleted with it.
    int deleteAccount(String account) {
        return call("DELETE /accounts/{id}", Map.of("id", account), "").path("conversions").asInt();
    }

    /// Sends what API Gateway would send.
    private JsonNode call(String routeKey, Map<String, String> path, String body) {
        ObjectNode event = JSON.createObjectNode().put("routeKey", routeKey).put("body", body);
        event.set("pathParameters", JSON.valueToTree(path));
        JsonNode response = invoke(event.toString());
        JsonNode result = parse(response.path("body").asText());
        if (response.path("statusCode").asInt() >= 400) {
            throw new ProblemException(result);
        }
        return result;
    }

    private JsonNode invoke(String event) {
        try {
            String function = function();
            InvokeResponse response =
                    lambda.invoke(
                            request ->
                                    request.functionName(function)
                                            .payload(SdkBytes.fromUtf8String(event)));
            if (response.functionError() != null) {
                throw new CommandException("The function AccountsAdmin failed; its log says why.");
            }
            return parse(response.payload().asUtf8String());
        } catch (ParameterNotFoundException _) {
            throw new CommandException(
                    "There is no stage "
                            + stage
                            + " here, or it has no keys yet. Is it deployed in this account and"
                            + " region?");
        } catch (SdkException e) {
            throw new CommandException("The keys can't be managed: " + ParlerCommand.reason(e));
        }
    }

    private String function() {
        return parameters
                .getParameter(
                        request ->
                                request.name(
                                        "/parler/" + stage + "/frontend-api/accounts-admin-arn"))
                .parameter()
                .value();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the response of AccountsAdmin is not JSON", e);
        }
    }

    @Override
    public void close() {
        lambda.close();
        parameters.close();
    }
}
