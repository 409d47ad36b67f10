package io.parler.local.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a request of the AWS query protocol: a form, in which lists and maps have
/// names such as `Name.entry.1.key`.
record QueryRequest(Map<String, String> parameters) {
    static QueryRequest parse(byte[] body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryRequest(parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String action() {
        return parameters.getOrDefault("Action", "");
    }

    @Nullable String optional(String name) {
        return parameters.get(name);
    }

    String required(String name) throws SnsError {
        String value = parameters.get(name);
        if (value == null) {
            throw SnsError.invalidParameter(name + " is missing");
        }
        return value;
    }

    /// `prefix.entry.N.key` → `prefix.entry.N.value`.
    Map<String, String> map(String prefix) throws SnsError {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 1; parameters.containsKey(prefix + ".entry." + i + ".key"); i++) {
            String entry = prefix + ".entry." + i;
            map.put(required(entry + ".key"), parameters.getOrDefault(entry + ".value", ""));
        }
        return map;
    }

    /// @param prefix empty, or of an entry of a batch, with a trailing dot
    Map<String, MessageAttribute> messageAttributes(String prefix) throws SnsError {
        Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
        String list = prefix + "MessageAttributes.entry.";
        for (int i = 1; parameters.containsKey(list + i + ".Name"); i++) {
            String value = list + i + ".Value.";
            String type = required(value + "DataType");
            String content =
                    required(value + (type.startsWith("Binary") ? "BinaryValue" : "StringValue"));
            attributes.put(required(list + i + ".Name"), new MessageAttribute(type, content));
        }
        return attributes;
    }
}
