package io.parler.conversion.aws.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.conversion.Time;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.aws.loadpost.LoadPostArticleLoader;
import io.parler.conversion.aws.loadpost.LoadPostClient;
import io.parler.conversion.aws.loadpost.LoadPostCoverLoader;
import io.parler.conversion.aws.quota.QuotaReservationClient;
import io.parler.conversion.aws.store.DynamoClaims;
import io.parler.conversion.aws.store.S3AudioStore;
import io.parler.conversion.aws.store.S3ChunkStore;
import io.parler.conversion.aws.store.S3CompletedConversions;
import io.parler.conversion.aws.store.S3DeletedConversions;
import io.parler.conversion.aws.store.S3Objects;
import io.parler.conversion.aws.store.S3Pronunciations;
import io.parler.conversion.aws.voice.ConfiguredVoices;
import io.parler.conversion.aws.voice.VoiceSettings;
import io.parler.conversion.chunk.CachingChunkStore;
import io.parler.conversion.job.Conversion;
import io.parler.conversion.job.Job;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.synthesis.SpeechClient;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.EventPublisher;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.logging.Metrics;
import io.parler.time.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Converts each job of its queue. A refused job is reported and acknowledged, a failed one is
/// retried, and one that runs out of time is continued in another run.
public final class ConversionWorker implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ConversionWorker.class);

    private static final CallLimits LIMITS =
            CallLimits.within(Duration.ofSeconds(30)).withAttempts(4);

    /// Longer than load-post takes for a slow site.
    private static final CallLimits LOAD_POST =
            CallLimits.once(Duration.ofSeconds(60)).withAttempts(4);

    /// Two attempts of a function that answers within 20 seconds.
    private static final CallLimits QUOTA = CallLimits.once(Duration.ofSeconds(25)).withAttempts(2);

    private final Conversion conversion;
    private final Handover handover;
    private final Redelivery redelivery;
    private final Duration jobLease;
    private final Time time;

    public ConversionWorker() {
        Settings settings = Environment.read(System.getenv(), Settings::of);
        AwsClients clients = new AwsClients(settings.region());
        InstantSource clock = InstantSource.system();
        S3Client s3 = clients.s3(LIMITS);
        SqsClient sqs = clients.sqs(LIMITS);
        S3Objects objects = new S3Objects(s3, settings.audioBucket());
        S3Objects texts = new S3Objects(s3, settings.textsBucket());
        ConfiguredVoices voices =
                ConfiguredVoices.of(
                        clients, Environment.read(System.getenv(), VoiceSettings::of), clock);
        LoadPostClient loadPost =
                new LoadPostClient(clients.lambda(LOAD_POST), settings.loadPostFunction());
        this.time = Time.system();
        this.conversion =
                new Conversion(
                        new Conversion.Dependencies(
                                new ScriptPreparer(
                                        new LoadPostArticleLoader(loadPost, time),
                                        voices,
                                        new S3Pronunciations(objects)),
                                key -> texts.getRequired(key).asUtf8String(),
                                voices,
                                new LoadPostCoverLoader(loadPost),
                                new SpeechClient.Dependencies(
                                        voices,
                                        settings.synthesisTimeout(),
                                        new CachingChunkStore(new S3ChunkStore(objects, clock)),
                                        new DynamoClaims(
                                                clients.dynamoDb(LIMITS),
                                                settings.claimsTable(),
                                                settings.claimTtl(),
                                                clock),
                                        time,
                                        new SecureRandom()),
                                new S3AudioStore(s3, settings.audioBucket()),
                                new S3CompletedConversions(objects),
                                new S3DeletedConversions(objects),
                                new QuotaReservationClient(
                                        clients.lambda(QUOTA), settings.quotaReservationFunction()),
                                new SnsProgress(
                                        new EventPublisher(
                                                clients.sns(LIMITS),
                                                settings.eventsTopicArn(),
                                                SnsProgress.SOURCE,
                                                clock,
                                                () -> UUID.randomUUID().toString())),
                                settings.loudness(),
                                new Limits(settings.maxCharacters())));
        this.handover = new Handover(sqs, settings.jobsQueueUrl());
        this.redelivery = new SqsRedelivery(sqs);
        this.jobLease = settings.jobLease();
    }

    ConversionWorker(
            Conversion conversion,
            Handover handover,
            Redelivery redelivery,
            Duration jobLease,
            Time time) {
        this.conversion = conversion;
        this.handover = handover;
        this.redelivery = redelivery;
        this.jobLease = jobLease;
        this.time = time;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        Deadline deadline =
                Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), time::nanos);
        return QueueConsumer.ofEvents(
                        (event, delivery) -> {
                            try (Lease _ = lease(batch, delivery)) {
                                convert(event, delivery, deadline);
                            }
                        },
                        redelivery)
                .handle(batch, context);
    }

    private Lease lease(SQSEvent batch, Delivery delivery) {
        SQSEvent.SQSMessage message =
                batch.getRecords().stream()
                        .filter(m -> m.getMessageId().equals(delivery.messageId()))
                        .findFirst()
                        .orElseThrow();
        return Lease.hold(message, jobLease, redelivery, time);
    }

    private void convert(CloudEvent event, Delivery delivery, Deadline deadline)
            throws UnreadableEvent, InterruptedException {
        if (!event.type().equals(ConversionRequestedV1.TYPE)) {
            throw new UnreadableEvent("not a request for a conversion: " + event.type());
        }
        Job job =
                event.data(ConversionRequestedV1.class)
                        .job(event.subject(), delivery.receiveCount());
        switch (conversion.run(job, deadline)) {
            case Conversion.Outcome.Completed completed -> completed(job, completed.audiobook());
            case Conversion.Outcome.Refused refused ->
                    LOG.atInfo()
                            .addKeyValue("conversionId", job.id())
                            .addKeyValue("problem", refused.problem().slug())
                            .log("conversion refused");
            case Conversion.Outcome.Deleted _ ->
                    LOG.atInfo()
                            .addKeyValue("conversionId", job.id())
                            .log("conversion was deleted");
            case Conversion.Outcome.Unfinished unfinished ->
                    continueLater(event, job, unfinished.chunksSynthesized());
        }
    }

    private static void completed(Job job, Audiobook audiobook) {
        LOG.atInfo()
                .addKeyValue("conversionId", job.id())
                .addKeyValue("attempt", job.attempt())
                .addKeyValue("characters", audiobook.characters())
                .addKeyValue("billedCharacters", audiobook.billedCharacters())
                .addKeyValue("seconds", audiobook.audio().seconds())
                .addKeyValue("bytes", audiobook.audio().bytes())
                .log("conversion completed");
        Metrics.count(
                "CharactersBilled",
                audiobook.billedCharacters(),
                Map.of("Engine", audiobook.engine()));
    }

    /// A run that synthesized nothing counts as failed, because it could be continued for ever.
    private void continueLater(CloudEvent event, Job job, int chunksSynthesized) {
        if (chunksSynthesized == 0) {
            throw new IllegalStateException("time ran out before anything was synthesized");
        }
        handover.enqueue(event, job.account(), job.attempt());
        LOG.atInfo()
                .addKeyValue("conversionId", job.id())
                .addKeyValue("attempt", job.attempt())
                .addKeyValue("chunksSpoken", chunksSynthesized)
                .log("conversion continues in another run");
    }
}
