package io.parler.conversion.aws.deletion;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.conversion.aws.store.S3AudioStore;
import io.parler.conversion.aws.store.S3ChunkStore;
import io.parler.conversion.aws.store.S3CompletedConversions;
import io.parler.conversion.aws.store.S3DeletedConversions;
import io.parler.conversion.aws.store.S3Objects;
import io.parler.conversion.aws.store.S3Pronunciations;
import io.parler.conversion.job.ConversionDeletion;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Deletes the files of deleted conversions, and the chunks and pronunciations of deleted accounts.
public final class ConversionDeleter implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ConversionDeleter.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(10));

    private static final String CONVERSION_DELETED = "conversion.deleted.v1";
    private static final String ACCOUNT_DELETED = "account.deleted.v1";

    private final ConversionDeletion deletion;
    private final S3ChunkStore chunks;
    private final S3Pronunciations pronunciations;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    public record Settings(Region region, String audioBucket) {
        public static Settings of(Environment environment) {
            return new Settings(environment.region("AWS_REGION"), environment.text("AUDIO_BUCKET"));
        }
    }

    private record AccountDeletedV1(String accountId) {}

    public ConversionDeleter() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private ConversionDeleter(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        this(clients.s3(LIMITS), settings.audioBucket(), new SqsRedelivery(clients.sqs(LIMITS)));
    }

    ConversionDeleter(S3Client s3, String bucket, Redelivery redelivery) {
        S3Objects objects = new S3Objects(s3, bucket);
        this.deletion =
                new ConversionDeletion(
                        new S3DeletedConversions(objects),
                        new S3AudioStore(s3, bucket),
                        new S3CompletedConversions(objects));
        this.chunks = new S3ChunkStore(objects, InstantSource.system());
        this.pronunciations = new S3Pronunciations(objects);
        this.consumer = QueueConsumer.ofEvents(this::delete, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    /// The subscription's filter passes no other type; a later one may.
    private void delete(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        switch (event.type()) {
            case CONVERSION_DELETED -> {
                deletion.delete(event.conversionId().toString());
                LOG.atInfo().addKeyValue("conversionId", event.subject()).log("conversion deleted");
            }
            case ACCOUNT_DELETED -> deleteAccount(account(event));
            default -> {}
        }
    }

    private static AccountId account(CloudEvent event) throws UnreadableEvent {
        AccountId account = AccountId.of(event.data(AccountDeletedV1.class).accountId());
        if (account.equals(AccountId.OWNER)) {
            throw new UnreadableEvent("the owner's account can't be deleted");
        }
        return account;
    }

    private void deleteAccount(AccountId account) {
        pronunciations.delete(account);
        chunks.delete(account);
        LOG.atInfo().addKeyValue("accountId", account).log("chunks of an account deleted");
    }
}
