package io.parler.local.engine;

import io.parler.local.sns.DeliveryRule;
import io.parler.local.sns.SnsServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// The engines in this process, with their data on disk: DynamoDB Local, ElasticMQ, S3Proxy, and
/// topics that deliver to those queues.
public final class EmbeddedEngines implements AutoCloseable {
    /// The runtime's own access key. Functions have others, with the same secret: S3 checks
    /// signatures.
    public static final String ACCESS_KEY_ID = "local";

    public static final String SECRET_ACCESS_KEY = "local";
    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";

    private final DynamoDbEngine dynamoDb;
    private final SqsEngine sqs;
    private final S3Engine s3;
    private final SnsServer sns;

    private EmbeddedEngines(
            DynamoDbEngine dynamoDb, SqsEngine sqs, S3Engine s3, DeliveryRule rule) {
        this.dynamoDb = dynamoDb;
        this.sqs = sqs;
        this.s3 = s3;
        this.sns = SnsServer.start(sqs.client(), rule, REGION, ACCOUNT, Clock.systemUTC());
    }

    /// Starts all engines in parallel and returns when each is ready.
    ///
    /// @param rule which topics may send to which queues
    public static EmbeddedEngines start(Path data, DeliveryRule rule) {
        EngineLog.redirectTo(data);
        try (ExecutorService starting =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<DynamoDbEngine> dynamoDb = starting.submit(() -> DynamoDbEngine.start(data));
            Future<SqsEngine> sqs = starting.submit(() -> SqsEngine.start(data));
            Future<S3Engine> s3 = starting.submit(() -> S3Engine.start(data));
            return new EmbeddedEngines(dynamoDb.get(), sqs.get(), s3.get(), rule);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the engines", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedPlatformException unsupported) {
                throw unsupported;
            }
            throw new IllegalStateException(
                    "an engine did not start: " + e.getCause(), e.getCause());
        }
    }

    public URI dynamoDb() {
        return dynamoDb.address();
    }

    public URI sqs() {
        return sqs.address();
    }

    public URI s3() {
        return s3.address();
    }

    public URI sns() {
        return sns.address();
    }

    /// Stops all engines in parallel. One that takes longer than half a second, such as a queue
    /// with a long poll, is left to the end of the process: acknowledged data is on disk already.
    @Override
    public void close() {
        sns.close();
        List<Callable<Object>> stops =
                List.of(
                        () -> {
                            sqs.stop();
                            return sqs;
                        },
                        () -> {
                            s3.stop();
                            return s3;
                        },
                        () -> {
                            dynamoDb.stop();
                            return dynamoDb;
                        });
        ExecutorService stopping =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        try {
            stopping.invokeAll(stops, 500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopping.shutdownNow();
    }
}
