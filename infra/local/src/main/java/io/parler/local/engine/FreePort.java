package io.parler.local.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A port nobody listens on, for engines that can't choose one themselves.
final class FreePort {
    private FreePort() {}

    static int pick() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
