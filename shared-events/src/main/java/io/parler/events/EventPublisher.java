package io.parler.events;

import io.parler.logging.Correlation;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// Publishes a service's events to the topic that all services share. When it returns, SNS has
/// stored the event.
public final class EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private final SnsClient sns;
    private final String topicArn;
    private final String source;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public EventPublisher(
            SnsClient sns,
            String topicArn,
            String source,
            InstantSource clock,
            Supplier<String> ids) {
        this.sns = sns;
        this.topicArn = topicArn;
        this.source = source;
        this.clock = clock;
        this.ids = ids;
    }

    /// Publishes an event about a conversion. `type` and `accountId` are also message attributes,
    /// on which subscriptions filter. The account is the message group too: in a queue with many
    /// messages of one account, those of others don't wait for them (SQS fair queues).
    public void publish(String type, String conversionId, String accountId, Object data) {
        CloudEvent event =
                CloudEvent.of(
                        ids.get(),
                        source,
                        type,
                        conversionId,
                        clock.instant(),
                        Correlation.current().orElse(null),
                        data);
        sns.publish(
                request ->
                        request.topicArn(topicArn)
                                .message(event.json())
                                .messageGroupId(accountId)
                                .messageAttributes(
                                        Map.of("type", text(type), "accountId", text(accountId))));
        LOG.atInfo()
                .addKeyValue("type", type)
                .addKeyValue("eventId", event.id())
                .addKeyValue("conversionId", conversionId)
                .log("event published");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
