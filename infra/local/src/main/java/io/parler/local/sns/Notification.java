package io.parler.local.sns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A published message.
///
/// @param groupId the message group, which standard queues serve fairly
record Notification(
        String id,
        String topicArn,
        @Nullable String subject,
        String message,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId,
        Instant time) {
    /// The JSON body for a queue without raw delivery.
    String envelope(Subscription subscription) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Type", "Notification");
        json.put("MessageId", id);
        json.put("TopicArn", topicArn);
        if (subject != null) {
            json.put("Subject", subject);
        }
        json.put("Message", message);
        json.put("Timestamp", time.truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("SignatureVersion", "1");
        json.put("Signature", "");
        json.put("SigningCertURL", "");
        json.put("UnsubscribeURL", "?Action=Unsubscribe&SubscriptionArn=" + subscription.arn());
        if (!attributes.isEmpty()) {
            ObjectNode custom = json.putObject("MessageAttributes");
            attributes.forEach(
                    (name, attribute) ->
                            custom.putObject(name)
                                    .put("Type", attribute.dataType())
                                    .put("Value", attribute.value()));
        }
        return json.toString();
    }
}
