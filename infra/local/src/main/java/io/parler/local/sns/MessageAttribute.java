package io.parler.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A message attribute with its value as sent (binary as Base64).
record MessageAttribute(String dataType, String value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isBinary() {
        return dataType.startsWith("Binary");
    }

    /// The values that a filter policy compares: one, or the elements of a `String.Array`.
    List<JsonNode> values() throws SnsError {
        try {
            if (dataType.equals("String.Array")) {
                List<JsonNode> elements = new ArrayList<>();
                JSON.readTree(value).forEach(elements::add);
                return elements;
            }
            if (dataType.startsWith("Number")) {
                return List.of(DecimalNode.valueOf(new BigDecimal(value)));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException | NumberFormatException e) {
            throw SnsError.invalidParameter("an attribute of type " + dataType + " can't be read");
        }
        return isBinary() ? List.of() : List.of(TextNode.valueOf(value));
    }
}
