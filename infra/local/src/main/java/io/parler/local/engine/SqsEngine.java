package io.parler.local.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/// ElasticMQ with its messages in H2, each written through before it is acknowledged.
final class SqsEngine {
    private final Function0<Terminated> stopping;
    private final URI address;

    private SqsEngine(Function0<Terminated> stop, URI address) {
        this.stopping = stop;
        this.address = address;
    }

    static SqsEngine start(Path data) throws Exception {
        Path queues = Files.createDirectories(data.resolve("sqs"));
        int port = FreePort.pick();
        Function0<Terminated> stop =
                new ElasticMQServer(new ElasticMQServerConfig(config(queues, port))).start();
        return new SqsEngine(stop, URI.create("http://127.0.0.1:" + port));
    }

    private static Config config(Path queues, int port) {
        // WRITE_DELAY=0: H2 would otherwise hold half a second of messages in memory.
        String database =
                "jdbc:h2:file:"
                        + queues.toAbsolutePath().resolve("messages")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        return ConfigFactory.parseMap(
                        Map.ofEntries(
                                Map.entry("pekko.loglevel", "WARNING"),
                                Map.entry("pekko.stdout-loglevel", "OFF"),
                                Map.entry(
                                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                        "off"),
                                Map.entry(
                                        "pekko.actor.default-dispatcher.fork-join-executor.parallelism-max",
                                        4),
                                Map.entry("node-address.host", "127.0.0.1"),
                                Map.entry("node-address.port", port),
                                Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
                                Map.entry("rest-sqs.bind-port", port),
                                Map.entry("rest-sqs.sqs-limits", "strict"),
                                Map.entry("aws.region", EmbeddedCloud.REGION),
                                Map.entry("aws.accountId", EmbeddedCloud.ACCOUNT),
                                Map.entry("messages-storage.enabled", true),
                                Map.entry("messages-storage.uri", database)))
                .withFallback(ConfigFactory.load());
    }

    URI address() {
        return address;
    }

    void stop() {
        stopping.apply();
    }
}
