package io.parler.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import software.amazon.dynamodb.services.local.monitoring.Telemetry;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local, with one SQLite file for all regions and access keys.
final class DynamoDbEngine {
    private final DynamoDBProxyServer server;
    private final URI address;

    private DynamoDbEngine(DynamoDBProxyServer server, URI address) {
        this.server = server;
        this.address = address;
    }

    static DynamoDbEngine start(Path data) throws Exception {
        System.setProperty("sqlite4java.library.path", nativeLibrary(data).toString());
        Path tables = Files.createDirectories(data.resolve("dynamodb"));
        Telemetry.configureTelemetry("", "", false);
        // As ServerRunner does for -sharedDb -dbPath, without its output on the terminal.
        return FreePort.start(port -> start(tables, port));
    }

    static DynamoDbEngine start(Path tables, int port) throws Exception {
        DynamoDBProxyServer server =
                new DynamoDBProxyServer(
                        port,
                        new LocalDynamoDBServerHandler(
                                new LocalDynamoDBRequestHandler(
                                        0, false, tables.toString(), true, false),
                                "*"));
        server.start();
        return new DynamoDbEngine(server, URI.create("http://127.0.0.1:" + port));
    }

    URI address() {
        return address;
    }

    void stop() throws Exception {
        server.stop();
    }

    /// The folder with the SQLite library for this machine, copied from the class path.
    private static Path nativeLibrary(Path data) throws IOException {
        String name = libraryName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = Files.createDirectories(data.resolve("cache/native"));
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return folder;
        }
        try (InputStream in = DynamoDbEngine.class.getResourceAsStream("/native/" + name)) {
            if (in == null) {
                throw new IOException("the native library " + name + " is not on the class path");
            }
            Path part = Files.createTempFile(folder, name, ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    static String libraryName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64");
        if (system.startsWith("linux") && arch.equals("amd64")) {
            return "libsqlite4java-linux-amd64.so";
        }
        if (system.startsWith("mac")) {
            return arm ? "libsqlite4java-osx-aarch64.dylib" : "libsqlite4java-osx.dylib";
        }
        if (system.startsWith("windows") && !arm) {
            return "sqlite4java-win32-x64.dll";
        }
        throw new UnsupportedPlatformException(
                "DynamoDB Local does not run on "
                        + os
                        + " "
                        + arch
                        + ": it has no SQLite library for it. Use another AWS endpoint with"
                        + " --cloud URL.");
    }
}
