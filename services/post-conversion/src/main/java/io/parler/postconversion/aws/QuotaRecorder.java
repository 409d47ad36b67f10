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
import io.parler.id.AccountId;
import io.parler.postconversion.TextStore;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// Counts what conversions that ended were billed, gives back what they had reserved, and deletes
/// what is stored of those that were deleted.
public final class QuotaRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaRecorder.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private static final String CONVERSION_DELETED = "conversion.deleted.v1";
    private static final String ACCOUNT_DELETED = "account.deleted.v1";

    private final UsageStore usage;
    private final UsageLedger ledger;
    private final TextStore texts;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(Region region, String quotasTable, String textsBucket) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("QUOTAS_TABLE"),
                    environment.text("TEXTS_BUCKET"));
        }
    }

    /// The fields of the events of a deletion.
    private record DeletedV1(String accountId) {}

    public QuotaRecorder() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private QuotaRecorder(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        this(
                new DynamoUsageStore(
                        clients.dynamoDb(LIMITS), settings.quotasTable(), InstantSource.system()),
                new S3TextStore(clients.s3(LIMITS), settings.textsBucket()),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    QuotaRecorder(UsageStore usage, TextStore texts, Redelivery redelivery) {
        this.usage = usage;
        this.ledger = new UsageLedger(usage);
        this.texts = texts;
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    /// The subscription's filter passes no other type; a later one may.
    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        switch (event.type()) {
            case ConversionCompletedV1.TYPE -> {
                ConversionCompletedV1 completed = event.data(ConversionCompletedV1.class);
                settle(event, completed.accountId(), completed.bill());
            }
            case ConversionFailedV1.TYPE -> failed(event, event.data(ConversionFailedV1.class));
            case CONVERSION_DELETED -> texts.delete(event.conversionId().value());
            case ACCOUNT_DELETED ->
                    usage.delete(AccountId.of(event.data(DeletedV1.class).accountId()));
            default -> {}
        }
    }

    private void failed(CloudEvent event, ConversionFailedV1 failed) throws UnreadableEvent {
        Optional<Bill> bill = failed.bill();
        if (bill.isPresent()) {
            settle(event, failed.accountId(), bill.get());
            return;
        }
        boolean released = ledger.release(event.conversionId().value());
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("released", released)
                .log("conversion failed");
    }

    private void settle(CloudEvent event, String account, Bill bill) throws UnreadableEvent {
        YearMonth month = YearMonth.from(event.time().atZone(ZoneOffset.UTC));
        boolean counted =
                ledger.settle(event.conversionId().value(), AccountId.of(account), month, bill);
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("billedCharacters", bill.characters())
                .addKeyValue("counted", counted)
                .log(counted ? "billed characters added" : "billed characters were added before");
    }
}
