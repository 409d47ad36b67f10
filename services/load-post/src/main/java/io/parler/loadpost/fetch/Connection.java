package io.parler.loadpost.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One HTTP/1.1 request on one connection, to the very IP address that was checked. A client that
/// takes a host name would look it up again, and could be told another address the second time.
final class Connection implements Closeable {
    private static final int CONNECT_MILLIS = 4000;
    private static final int MAX_TRIED = 4;

    private final Socket raw;
    private final Socket socket;

    private Connection(Socket raw, Socket socket) {
        this.raw = raw;
        this.socket = socket;
    }

    static Connection open(
            WebAddress address, List<InetAddress> checked, SSLSocketFactory tls, Deadline deadline)
            throws IOException {
        IOException failure = new IOException("no address to connect to");
        for (var target : checked.subList(0, Math.min(MAX_TRIED, checked.size()))) {
            var raw = new Socket(Proxy.NO_PROXY);
            try {
                raw.connect(
                        new InetSocketAddress(target, address.port()),
                        Math.min(CONNECT_MILLIS, deadline.millis()));
                raw.setSoTimeout(deadline.millis());
                raw.setTcpNoDelay(true);
                return new Connection(
                        raw, address.secure() ? secured(raw, address, tls, deadline) : raw);
            } catch (IOException e) {
                raw.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static Socket secured(
            Socket raw, WebAddress address, SSLSocketFactory tls, Deadline deadline)
            throws IOException {
        var host = address.host().replace("[", "").replace("]", "");
        var socket =
                (SSLSocket)
                        tls.createSocket(raw, host, address.port(), true); // sends the name (SNI)
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(
                "HTTPS"); // the certificate must be this host's
        socket.setSSLParameters(parameters);
        try (var _ = deadline.watch(raw)) {
            socket.startHandshake();
        }
        return socket;
    }

    InputStream send(RequestHead request) throws IOException {
        var out = socket.getOutputStream();
        out.write(request.bytes());
        out.flush();
        return new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /// Closes without the farewell TLS would wait for.
    @Override
    public void close() throws IOException {
        raw.close();
    }
}
