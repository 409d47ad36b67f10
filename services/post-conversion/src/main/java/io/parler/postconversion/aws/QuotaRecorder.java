package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.postconversion.Quotas;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what each completed conversion was billed, once.
public final class QuotaRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaRecorder.class);

    private final Quotas quotas;
    private final QueueConsumer consumer;

    public QuotaRecorder() {
        Settings settings = Settings.of(System.getenv(), "QUOTAS_TABLE");
        this(
                new DynamoQuotas(Clients.dynamo(), settings.get("QUOTAS_TABLE"), Clock.systemUTC()),
                new SqsRedelivery(Clients.sqs()));
    }

    QuotaRecorder(Quotas quotas, Redelivery redelivery) {
        this.quotas = quotas;
        this.consumer = QueueConsumer.ofEvents(this::count, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void count(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        if (!event.type().equals(ConversionCompletedV1.TYPE)) {
            return; // the subscription's filter lets no other through; a later one may
        }
        ConversionCompletedV1 completed = event.data(ConversionCompletedV1.class);
        YearMonth month = YearMonth.from(event.time().atZone(ZoneOffset.UTC));
        boolean counted =
                quotas.count(
                        UUID.fromString(event.subject()),
                        completed.accountId(),
                        month,
                        completed.billedCharacters());
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("billedCharacters", completed.billedCharacters())
                .addKeyValue("counted", counted)
                .log(counted ? "billed characters counted" : "counted before");
    }
}
