package io.parler.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.bench.suite.Api;
import io.parler.bench.suite.SuiteProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Creates accounts in a suite that asks for keys.
final class Accounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN =
            "/2015-03-31/functions/parler-dev-frontend-api-AccountsAdmin/invocations";

    private Accounts() {}

    /// A key of each of so many new accounts.
    static List<String> create(SuiteProcess suite, int count)
            throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        try (Api functions = new Api(suite.functions())) {
            for (int i = 0; i < count; i++) {
                ObjectNode body = JSON.createObjectNode().put("name", "Load " + i);
                ObjectNode event =
                        JSON.createObjectNode()
                                .put("routeKey", "POST /keys")
                                .put("body", body.toString());
                event.putObject("pathParameters");
                JsonNode response = functions.post(ADMIN, event.toString()).json();
                String key = JSON.readTree(response.path("body").asText()).path("key").asText();
                if (key.isEmpty()) {
                    throw new IOException("no key was created: " + response);
                }
                keys.add(key);
            }
        }
        return keys;
    }
}
