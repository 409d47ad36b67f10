package io.parler.deploy.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.deploy.key.KeyAdministration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Invokes the function `AccountsAdmin` as `./parler keys` does.
public final class LambdaKeyAdministration implements KeyAdministration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LambdaClient lambda;

    LambdaKeyAdministration(LambdaClient lambda) {
        this.lambda = lambda;
    }

    @Override
    public boolean hasKeys(String function) throws UnavailableException {
        return !call(function, "GET /keys", "").path("keys").isEmpty();
    }

    @Override
    public String createOwnerKey(String function) throws UnavailableException {
        String body =
                JSON.createObjectNode().put("name", "Owner").put("account", "owner").toString();
        return call(function, "POST /keys", body).path("key").asText();
    }

    private JsonNode call(String function, String routeKey, String body)
            throws UnavailableException {
        String event =
                JSON.createObjectNode().put("routeKey", routeKey).put("body", body).toString();
        try {
            InvokeResponse response =
                    lambda.invoke(
                            request ->
                                    request.functionName(function)
                                            .payload(SdkBytes.fromUtf8String(event)));
            JsonNode answer = JSON.readTree(response.payload().asUtf8String());
            if (response.functionError() != null || answer.path("statusCode").asInt() / 100 != 2) {
                throw new UnavailableException("the function failed; its log says why");
            }
            return JSON.readTree(answer.path("body").asText());
        } catch (SdkException e) {
            throw new UnavailableException(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new UnavailableException("the answer is not JSON");
        }
    }
}
