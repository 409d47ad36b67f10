package io.parler.testing.dynamodb;

import java.net.URI;
import java.util.function.Supplier;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local in memory, on a port that the operating system chooses. Loaded by
/// [DynamoDbLocal] in a class loader of its own.
public final class EmbeddedServer implements Supplier<URI> {
    private final URI endpoint;

    public EmbeddedServer() throws Exception {
        Telemetry.configureTelemetry("", "", false);
        LocalDynamoDBServerHandler handler =
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, true, null, true, false), "*");
        new DynamoDBProxyServer(0, handler).start();
        endpoint = URI.create("http://127.0.0.1:" + handler.getServer().getURI().getPort());
    }

    @Override
    public URI get() {
        return endpoint;
    }
}
