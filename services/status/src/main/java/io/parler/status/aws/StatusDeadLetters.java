package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.EventPublisher;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.logging.Metrics;
import io.parler.status.DeadLetterReporter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Reads the dead letters of conversion, and reports their conversions as failed. One that can't be
/// read is moved to this service's own dead-letter queue, where an alarm shows it.
public final class StatusDeadLetters implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(StatusDeadLetters.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final DeadLetterReporter reporter;
    private final UnreadableStore unreadable;
    private final QueueConsumer consumer;

    /// Stores dead letters that can't be read, for a person to look at.
    @FunctionalInterface
    interface UnreadableStore {
        void put(Delivery letter);
    }

    /// The function's environment variables.
    record Settings(
            Region region,
            String conversionsTable,
            String eventsTopicArn,
            String unreadableQueueUrl) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("CONVERSIONS_TABLE"),
                    environment.text("EVENTS_TOPIC_ARN"),
                    environment.text("UNREADABLE_QUEUE_URL"));
        }
    }

    public StatusDeadLetters() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private StatusDeadLetters(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        SqsClient sqs = clients.sqs(LIMITS);
        InstantSource clock = InstantSource.system();
        EventPublisher publisher =
                new EventPublisher(
                        clients.sns(LIMITS),
                        settings.eventsTopicArn(),
                        "/parler/status",
                        clock,
                        () -> UUID.randomUUID().toString());
        this(
                new DeadLetterReporter(
                        new DynamoConversionStore(
                                clients.dynamoDb(LIMITS), settings.conversionsTable()),
                        (id, accountId, attempt, problem) ->
                                publisher.publish(
                                        ConversionFailedV1.TYPE,
                                        id.toString(),
                                        accountId,
                                        ConversionFailedV1.of(attempt, accountId, problem)),
                        clock),
                letter ->
                        sqs.sendMessage(
                                send ->
                                        send.queueUrl(settings.unreadableQueueUrl())
                                                .messageBody(letter.body())),
                new SqsRedelivery(sqs));
    }

    StatusDeadLetters(
            DeadLetterReporter reporter, UnreadableStore unreadable, Redelivery redelivery) {
        this.reporter = reporter;
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
            ConversionId id = event.conversionId();
            String accountId = event.data(Owner.class).account().value();
            boolean reported = reporter.report(id, accountId);
            Metrics.count("ConversionsGivenUp", reported ? 1 : 0);
            LOG.atError()
                    .addKeyValue("messageId", letter.messageId())
                    .addKeyValue("conversionId", id)
                    .log(reported ? "conversion given up" : "dead letter of an ended conversion");
        } catch (UnreadableEvent e) {
            unreadable.put(letter);
            Metrics.count("DeadLettersUnreadable", 1);
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("messageId", letter.messageId())
                    .addKeyValue("bytes", letter.body().length())
                    .log("dead letter unreadable: moved to the dead letters of status");
        }
    }

    /// The account of the event; before there were accounts, all belonged to the owner.
    record Owner(@Nullable String accountId) {
        AccountId account() {
            return accountId == null ? AccountId.OWNER : AccountId.of(accountId);
        }
    }
}
