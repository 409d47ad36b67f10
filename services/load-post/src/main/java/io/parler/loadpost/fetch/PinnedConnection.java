package io.parler.loadpost.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// A connection for one HTTP/1.1 request, to exactly the IP address that was checked. A client
/// that takes a host name would look it up again, and could get another address the second time.
final class PinnedConnection implements Closeable {
    private static final int CONNECT_TIMEOUT_MILLIS = 4000;
    private static final int MAX_ATTEMPTS = 4;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Socket raw;
    private final Socket socket;

    private PinnedConnection(Socket raw, Socket socket) {
        this.raw = raw;
        this.socket = socket;
    }

    static PinnedConnection open(
            WebAddress address,
            List<InetAddress> checked,
            SSLSocketFactory tls,
            FetchDeadline deadline)
            throws IOException {
        IOException failure = new IOException("no address to connect to");
        for (InetAddress target : checked.subList(0, Math.min(MAX_ATTEMPTS, checked.size()))) {
            Socket raw = new Socket(Proxy.NO_PROXY);
            try {
                raw.connect(
                        new InetSocketAddress(target, address.port()),
                        Math.min(CONNECT_TIMEOUT_MILLIS, deadline.millis()));
                raw.setTcpNoDelay(true);
                return new PinnedConnection(
                        raw, address.secure() ? startTls(raw, address, tls, deadline) : raw);
            } catch (IOException e) {
                raw.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static Socket startTls(
            Socket raw, WebAddress address, SSLSocketFactory tls, FetchDeadline deadline)
            throws IOException {
        String host = address.host().replace("[", "").replace("]", ""); // also sent as SNI
        SSLSocket socket = (SSLSocket) tls.createSocket(raw, host, address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // checks the certificate's host
        socket.setSSLParameters(parameters);
        try (FetchDeadline.Timer _ = deadline.closeInTime(raw)) {
            socket.startHandshake();
        }
        return socket;
    }

    InputStream send(RequestHead request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.bytes());
        out.flush();
        return new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /// Closes at once, without waiting for TLS to close.
    @Override
    public void close() throws IOException {
        raw.close();
    }
}
