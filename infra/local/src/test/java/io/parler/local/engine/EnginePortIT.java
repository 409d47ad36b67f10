package io.parler.local.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The failure by which [FreePort] notices that a port was taken meanwhile.
class EnginePortIT {
    @TempDir Path data;

    @Test
    void dynamoDbFailsWithABindExceptionWhenItsPortIsInUse() throws Exception {
        System.setProperty("sqlite4java.library.path", "target/classes/native");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DynamoDbEngine.start(data, taken.getLocalPort()))
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void sqsFailsWithABindExceptionWhenItsPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () ->
                                    SqsEngine.start(
                                            "jdbc:h2:file:" + data.resolve("messages"),
                                            taken.getLocalPort()))
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }
}
