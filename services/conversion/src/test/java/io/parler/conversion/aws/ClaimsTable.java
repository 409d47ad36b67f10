package io.parler.conversion.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A fake of DynamoDB for claims: puts and deletes items on the conditions of [DynamoClaims].
final class ClaimsTable {
    private final Map<String, JsonNode> items = new HashMap<>();

    synchronized AwsInMemory.Response answer(String target, String body) {
        try {
            JsonNode request = Json.tree(body);
            JsonNode values = request.path("ExpressionAttributeValues");
            boolean put = target.endsWith("PutItem");
            String chunk = request.path(put ? "Item" : "Key").at("/chunk/S").asText();
            Optional<JsonNode> item = Optional.ofNullable(items.get(chunk));
            boolean own =
                    item.map(i -> i.at("/claimedBy/S").equals(values.at("/:owner/S")))
                            .orElse(false);
            boolean expired =
                    item.map(i -> seconds(i.at("/expiresAt")) <= seconds(values.at("/:now")))
                            .orElse(true);
            if (!own && !(put && expired)) {
                return AwsInMemory.Response.of(
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810"
                                + "#ConditionalCheckFailedException\"}");
            }
            if (put) {
                items.put(chunk, request.path("Item"));
            } else {
                items.remove(chunk);
            }
            return AwsInMemory.Response.of(200, "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long seconds(JsonNode number) {
        return number.path("N").asLong();
    }
}
