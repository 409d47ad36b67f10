package io.parler.local.engine;

import java.net.URI;
import java.nio.file.Path;

/// Real engines on disk, all in this process: DynamoDB Local, ElasticMQ, S3Proxy, and topics that
/// deliver to those queues. They take any credentials; the account is 000000000000.
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class EmbeddedCloud implements AutoCloseable {
    private EmbeddedCloud() {}

    /// Starts all engines at once and returns when each answers.
    public static EmbeddedCloud start(Path data) {
        throw new UnsupportedOperationException("soon: " + data);
    }

    public URI dynamoDb() {
        throw new UnsupportedOperationException("soon");
    }

    public URI sqs() {
        throw new UnsupportedOperationException("soon");
    }

    public URI s3() {
        throw new UnsupportedOperationException("soon");
    }

    public URI sns() {
        throw new UnsupportedOperationException("soon");
    }

    @Override
    public void close() {}
}
