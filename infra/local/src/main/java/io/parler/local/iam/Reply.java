package io.parler.local.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// An error response that is sent instead of the service's.
record Reply(int status, Map<String, String> headers, String body) {

    /// The JSON protocols of DynamoDB, SQS and SSM.
    static Reply json(int status, String version, String type, String message) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", type)
                        .put("Message", message)
                        .toString();
        return new Reply(status, Map.of("Content-Type", "application/x-amz-json-" + version), body);
    }

    /// The REST protocol with JSON: the type is in a header.
    static Reply restJson(int status, String type, String message) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
                JsonNodeFactory.instance.objectNode().put("Message", message).toString());
    }

    /// XML around a code and a message.
    ///
    /// @param format with the code, the message and the request's id
    static Reply xml(int status, String format, String code, String message) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/xml"),
                format.formatted(code, escaped(message), UUID.randomUUID()));
    }

    void send(boolean toHead, OutputStream out) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Refused\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("x-amzn-RequestId: " + UUID.randomUUID() + "\r\n");
        head.append("Content-Length: " + bytes.length + "\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!toHead) {
            out.write(bytes);
        }
        out.flush();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
