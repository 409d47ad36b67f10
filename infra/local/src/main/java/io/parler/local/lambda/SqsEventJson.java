package io.parler.local.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Creates the event of SQS messages for a function.
final class SqsEventJson {
    private SqsEventJson() {}

    static byte[] of(List<Message> messages, String queueArn) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode json = records.addObject();
            json.put("messageId", message.messageId());
            json.put("receiptHandle", message.receiptHandle());
            json.put("body", message.body());
            ObjectNode attributes = json.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            ObjectNode custom = json.putObject("messageAttributes");
            message.messageAttributes().forEach((k, v) -> custom.set(k, attribute(v)));
            json.put("md5OfBody", message.md5OfBody());
            json.put("eventSource", "aws:sqs");
            json.put("eventSourceARN", queueArn);
            json.put("awsRegion", queueArn.split(":", -1)[3]);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode attribute(MessageAttributeValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (value.stringValue() != null) {
            json.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            json.put("binaryValue", value.binaryValue().asByteArray());
        }
        json.putArray("stringListValues");
        json.putArray("binaryListValues");
        return json.put("dataType", value.dataType());
    }
}
