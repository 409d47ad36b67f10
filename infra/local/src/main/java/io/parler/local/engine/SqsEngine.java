package io.parler.local.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scalikejdbc.ConnectionPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// ElasticMQ with its messages in H2, written to disk before they are acknowledged. Its queues are
/// fair to message groups.
final class SqsEngine {
    private final FairQueueServer server;
    private final URI address;
    private final SqsClient client;

    private SqsEngine(FairQueueServer server, URI address, SqsClient client) {
        this.server = server;
        this.address = address;
        this.client = client;
    }

    static SqsEngine start(Path data) throws Exception {
        Path folder = Files.createDirectories(data.toAbsolutePath().resolve("sqs"));
        // WRITE_DELAY=0: otherwise H2 keeps half a second of messages in memory only.
        String database =
                "jdbc:h2:file:"
                        + folder.resolve("messages")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return FreePort.start(port -> start(database, port));
    }

    static SqsEngine start(String database, int port) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port);
        ElasticMQServerConfig config = new ElasticMQServerConfig(config(database, port));
        try (StoredQueues stored = StoredQueues.open(database)) {
            // ElasticMQ sets its database once per process; a second suite needs another one.
            DB.initializeSingleton(config.sqlQueuePersistenceConfig());
            ConnectionPool.singleton(
                    database,
                    "",
                    "",
                    ConnectionPool.singleton$default$4(),
                    ConnectionPool.DEFAULT_CONNECTION_POOL_FACTORY());
            FairQueueServer server = FairQueueServer.start(config);
            SqsClient client = client(address);
            // It accepts requests before it has restored its messages.
            stored.awaitRestored(client, Duration.ofSeconds(10));
            return new SqsEngine(server, address, client);
        }
    }

    private static Config config(String database, int port) {
        return ConfigFactory.parseMap(
                        Map.ofEntries(
                                Map.entry("pekko.loglevel", "WARNING"),
                                Map.entry("pekko.stdout-loglevel", "OFF"),
                                Map.entry(
                                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                        "off"),
                                Map.entry("node-address.host", "127.0.0.1"),
                                Map.entry("node-address.port", port),
                                Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
                                Map.entry("rest-sqs.bind-port", port),
                                Map.entry("rest-sqs.sqs-limits", "strict"),
                                Map.entry("aws.region", EmbeddedEngines.REGION),
                                Map.entry("aws.accountId", EmbeddedEngines.ACCOUNT),
                                Map.entry("messages-storage.enabled", true),
                                Map.entry("messages-storage.uri", database)))
                .withFallback(ConfigFactory.load());
    }

    private static SqsClient client(URI address) {
        return SqsClient.builder()
                .endpointOverride(address)
                .region(Region.of(EmbeddedEngines.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        EmbeddedEngines.ACCESS_KEY_ID,
                                        EmbeddedEngines.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    URI address() {
        return address;
    }

    /// A client of this engine, closed with it.
    SqsClient client() {
        return client;
    }

    void stop() {
        client.close();
        server.stop();
        ConnectionPool.closeAll();
    }
}
