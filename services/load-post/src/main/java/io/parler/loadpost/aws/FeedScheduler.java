package io.parler.loadpost.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.loadpost.follow.DueFeeds;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// Runs each minute, and queues polls of the feeds that are due.
public final class FeedScheduler implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedScheduler.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final DueFeeds due;

    /// The function's environment variables.
    record Settings(Region region, String subscriptionsTable, String pollsQueueUrl) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("SUBSCRIPTIONS_TABLE"),
                    environment.text("POLLS_QUEUE_URL"));
        }
    }

    public FeedScheduler() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private FeedScheduler(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        this(
                new DueFeeds(
                        new DynamoSubscriptionStore(
                                clients.dynamoDb(LIMITS), settings.subscriptionsTable()),
                        new SqsPollQueue(clients.sqs(LIMITS), settings.pollsQueueUrl()),
                        InstantSource.system()));
    }

    FeedScheduler(DueFeeds due) {
        this.due = due;
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try (LogContext _ = LogContext.open(context.getAwsRequestId(), Correlation.create())) {
            int queued = due.queue();
            if (queued > 0) {
                LOG.atInfo().addKeyValue("polls", queued).log("polls queued");
            }
        }
        return null;
    }
}
