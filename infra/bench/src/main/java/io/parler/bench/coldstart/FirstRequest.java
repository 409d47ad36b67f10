package io.parler.bench.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The first request of a function: for an API one that reads a table where it has one, for a queue
/// an empty batch.
final class FirstRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "0199a000-0000-7000-8000-000000000000";

    /// The route's key as in the template, by the function's logical id.
    private static final Map<String, String> ROUTES =
            Map.of(
                    "LoadPostApi", "GET /v1/subscriptions",
                    "PostConversionApi", "GET /v1/usage",
                    "ConversionApi", "GET /v1/pronunciations",
                    "StatusApi", "GET /v1/conversions/{id}",
                    "FrontendApi", "GET /v1/library",
                    "AccountsAdmin", "GET /keys",
                    "QuotaReservation", "PUT /v1/conversions/{id}/reservation",
                    "Authorizer", "GET /v1/library");

    private FirstRequest() {}

    static String of(String function, JsonNode events) {
        boolean hasQueue =
                events.properties().stream()
                        .anyMatch(event -> event.getValue().path("Type").asText().equals("SQS"));
        return hasQueue ? "{\"Records\": []}" : http(ROUTES.getOrDefault(function, "GET /"));
    }

    private static String http(String route) {
        String[] parts = route.replace("{id}", ID).split(" ", 2);
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0").put("rawPath", parts[1]).put("rawQueryString", "");
        event.put("type", "REQUEST").put("routeKey", route).put("isBase64Encoded", false);
        event.putObject("headers")
                .put("host", "parler.example")
                .put("authorization", "Bearer plr_" + "k".repeat(49));
        event.putObject("pathParameters").put("id", ID);
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "first").put("stage", "$default");
        context.putObject("http")
                .put("method", parts[0])
                .put("path", parts[1])
                .put("sourceIp", "192.0.2.1");
        context.putObject("authorizer")
                .putObject("lambda")
                .put("accountId", "owner")
                .put("scopes", "read convert");
        return event.toString();
    }
}
