package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.postconversion.UsageStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// Adds the billed characters of each completed conversion to the usage of its account.
public final class QuotaRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaRecorder.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final UsageStore usage;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(Region region, String quotasTable) {
        static Settings of(Environment environment) {
            return new Settings(environment.region("AWS_REGION"), environment.text("QUOTAS_TABLE"));
        }
    }

    public QuotaRecorder() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private QuotaRecorder(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        this(
                new DynamoUsageStore(
                        clients.dynamoDb(LIMITS), settings.quotasTable(), InstantSource.system()),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    QuotaRecorder(UsageStore usage, Redelivery redelivery) {
        this.usage = usage;
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        if (!event.type().equals(ConversionCompletedV1.TYPE)) {
            return; // the subscription's filter passes no other type; a later one may
        }
        ConversionCompletedV1 completed = event.data(ConversionCompletedV1.class);
        YearMonth month = YearMonth.from(event.time().atZone(ZoneOffset.UTC));
        boolean added =
                usage.add(
                        event.conversionId().value(),
                        completed.accountId(),
                        month,
                        completed.billedCharacters());
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("billedCharacters", completed.billedCharacters())
                .addKeyValue("counted", added)
                .log(added ? "billed characters added" : "billed characters were added before");
    }
}
