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
import io.parler.postconversion.collection.CollectionRecorder;
import io.parler.postconversion.collection.CollectionStore;
import io.parler.postconversion.collection.Workflow;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Counts what conversions that ended were billed, gives back what they had reserved, tells their
/// collections, and deletes what is stored of those that were deleted.
public final class QuotaRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaRecorder.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private static final String CONVERSION_DELETED = "conversion.deleted.v1";
    private static final String ACCOUNT_DELETED = "account.deleted.v1";

    private final UsageStore usage;
    private final UsageLedger ledger;
    private final CollectionRecorder collections;
    private final TextStore texts;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(
            Region region, String quotasTable, String collectionsTable, String textsBucket) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("QUOTAS_TABLE"),
                    environment.text("COLLECTIONS_TABLE"),
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
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        this(
                new DynamoUsageStore(dynamo, settings.quotasTable(), InstantSource.system()),
                new DynamoCollectionStore(
                        dynamo, settings.collectionsTable(), InstantSource.system()),
                new StepFunctionsWorkflow(clients.sfn(LIMITS), ""),
                new S3TextStore(clients.s3(LIMITS), settings.textsBucket()),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    QuotaRecorder(
            UsageStore usage,
            CollectionStore collections,
            Workflow workflow,
            TextStore texts,
            Redelivery redelivery) {
        this.usage = usage;
        this.ledger = new UsageLedger(usage);
        this.collections = new CollectionRecorder(collections, workflow, ledger);
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
                collections.completed(event.conversionId().value(), completed.billedCharacters());
            }
            case ConversionFailedV1.TYPE -> {
                ConversionFailedV1 failed = event.data(ConversionFailedV1.class);
                failed(event, failed);
                collections.failed(
                        event.conversionId().value(),
                        Objects.requireNonNullElse(failed.billedCharacters(), 0L),
                        failed.reason());
            }
            case CONVERSION_DELETED -> {
                texts.delete(event.conversionId().value());
                collections.failed(event.conversionId().value(), 0, "It was deleted.");
            }
            case ACCOUNT_DELETED -> {
                AccountId account = AccountId.of(event.data(DeletedV1.class).accountId());
                // First: it gives back characters of these months.
                collections.delete(account);
                usage.delete(account);
            }
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
