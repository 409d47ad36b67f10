package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.EventPublisher;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.logging.Metrics;
import io.parler.status.ConversionId;
import io.parler.status.DeadLetters;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Reads the dead letters of conversion: tells who asked that it was given up. A letter that says
/// of no conversion is put among this service's own dead letters, where an alarm shows it.
public final class StatusDeadLetters implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger log = LoggerFactory.getLogger(StatusDeadLetters.class);

    private final DeadLetters deadLetters;
    private final Unreadable unreadable;
    private final QueueConsumer consumer;

    /// Where a letter goes that can't be read, to be looked at by a person.
    @FunctionalInterface
    interface Unreadable {
        void keep(Delivery letter);
    }

    public StatusDeadLetters() {
        Settings settings =
                Settings.of(
                        System.getenv(),
                        "CONVERSIONS_TABLE",
                        "EVENTS_TOPIC_ARN",
                        "UNREADABLE_QUEUE_URL");
        EventPublisher publisher =
                new EventPublisher(
                        Clients.sns(),
                        settings.get("EVENTS_TOPIC_ARN"),
                        "/parler/status",
                        Clock.systemUTC(),
                        () -> UUID.randomUUID().toString());
        SqsClient sqs = Clients.sqs();
        this(
                new DeadLetters(
                        new DynamoConversions(Clients.dynamo(), settings.get("CONVERSIONS_TABLE")),
                        (id, accountId, attempt, failure) ->
                                publisher.publish(
                                        ConversionFailedV1.TYPE,
                                        id.toString(),
                                        accountId,
                                        ConversionFailedV1.of(attempt, accountId, failure)),
                        Clock.systemUTC()),
                letter ->
                        sqs.sendMessage(
                                send ->
                                        send.queueUrl(settings.get("UNREADABLE_QUEUE_URL"))
                                                .messageBody(letter.body())),
                new SqsRedelivery(sqs));
    }

    StatusDeadLetters(DeadLetters deadLetters, Unreadable unreadable, Redelivery redelivery) {
        this.deadLetters = deadLetters;
        this.unreadable = unreadable;
        this.consumer = QueueConsumer.ofMessages(this::read, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void read(Delivery letter) {
        try {
            CloudEvent event = CloudEvent.parse(letter.body());
            ConversionId id = StatusRecorder.subject(event);
            String accountId = event.data(Owner.class).orPublic();
            boolean told = deadLetters.givenUp(id, accountId);
            Metrics.count("ConversionsGivenUp", told ? 1 : 0);
            log.atError()
                    .addKeyValue("messageId", letter.messageId())
                    .addKeyValue("conversionId", id)
                    .log(told ? "conversion given up" : "dead letter of an ended conversion");
        } catch (UnreadableEvent e) {
            unreadable.keep(letter);
            Metrics.count("DeadLettersUnreadable", 1);
            log.atError()
                    .setCause(e)
                    .addKeyValue("messageId", letter.messageId())
                    .addKeyValue("bytes", letter.body().length())
                    .log("dead letter unreadable: kept among the dead letters of status");
        }
    }

    /// Of whatever event died, whose it was; all belonged to "public" before there were accounts.
    record Owner(@Nullable String accountId) {
        String orPublic() {
            return accountId == null ? "public" : accountId;
        }
    }
}
