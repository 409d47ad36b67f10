package io.parler.local.engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Starts servers that can't choose a free port themselves. Another process may take the port
/// between the choice and the start, so the start is retried with other ports.
final class FreePort {
    private static final int MAX_ATTEMPTS = 20;

    private FreePort() {}

    /// Starts a server on a port.
    @FunctionalInterface
    interface Start<T> {
        T on(int port) throws Exception;
    }

    static <T> T start(Start<T> server) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return server.on(pick());
            } catch (Exception e) {
                if (attempt == MAX_ATTEMPTS || !isPortInUse(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isPortInUse(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static int pick() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
