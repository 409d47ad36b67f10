package io.parler.local.iam;

import io.parler.local.usage.UsageLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands in front of a service's endpoint and forwards the requests that are allowed, unchanged,
/// so that their signatures stay valid. Bodies are streamed where the check does not need them.
final class AuthorizingProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizingProxy.class);
    private static final int MAX_CHECKED_BODY_BYTES = 32 * 1024 * 1024;
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final URI target;
    private final Authorizer authorizer;
    private final UsageLog usage;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /// Its parties are this proxy and the calls that are answered but not yet written down.
    private final Phaser recording = new Phaser(1);

    private AuthorizingProxy(
            ServerSocket server, URI target, Authorizer authorizer, UsageLog usage) {
        this.server = server;
        this.target = target;
        this.authorizer = authorizer;
        this.usage = usage;
    }

    /// Starts on a free port of 127.0.0.1.
    static AuthorizingProxy start(URI target, Authorizer authorizer, UsageLog usage) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                    0);
            AuthorizingProxy proxy = new AuthorizingProxy(server, target, authorizer, usage);
            Thread.ofVirtual().name("authorize").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed, or this client has gone.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Upstream upstream = new Upstream(target)) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            boolean open = true;
            while (open) {
                Optional<HttpHead> head = HttpHead.read(in);
                open = head.isPresent() && answer(head.get(), in, out, upstream);
            }
        } catch (IOException _) {
            // One side has closed its connection; closing the other tells it.
        } catch (RuntimeException e) {
            LOG.warn("a request to {} could not be forwarded", target, e);
        } finally {
            clients.remove(client);
        }
    }

    /// Returns whether the client's connection stays open.
    private boolean answer(HttpHead head, InputStream in, OutputStream out, Upstream upstream)
            throws IOException {
        if (head.expectsContinue()) {
            out.write(CONTINUE);
            out.flush();
        }
        byte[] checked = authorizer.readsBody(head) ? body(head, in) : new byte[0];
        Optional<Reply> refusal = authorizer.refusal(head, checked);
        if (refusal.isPresent()) {
            if (!authorizer.readsBody(head)) {
                HttpBody.copyOfRequest(head, in, OutputStream.nullOutputStream());
            }
            refusal.get().send(head.method().equals("HEAD"), out);
            return !head.closes();
        }
        upstream.open();
        Optional<ForwardedCall> call =
                usage.isOn() ? authorizer.call(head, checked, usage) : Optional.empty();
        if (call.isPresent()) {
            return forward(call.get(), head, checked, in, out, upstream) && !head.closes();
        }
        forward(head, head.bytes(), checked, in, upstream.out(), upstream.out());
        return respond(head, upstream.head(), out, upstream, out) && !head.closes();
    }

    /// Forwards a call and writes down what it consumed, as soon as it is answered.
    private boolean forward(
            ForwardedCall call,
            HttpHead head,
            byte[] checked,
            InputStream in,
            OutputStream out,
            Upstream upstream)
            throws IOException {
        byte[] asking = call.body(checked);
        byte[] bytes =
                asking.length == checked.length ? head.bytes() : head.withLength(asking.length);
        OutputStream to = upstream.out();
        forward(head, bytes, asking, in, to, call.sending(to));
        HttpHead answer = upstream.head();
        recording.register();
        try {
            return record(call, head, answer, out, upstream);
        } finally {
            recording.arriveAndDeregister();
        }
    }

    private boolean record(
            ForwardedCall call, HttpHead head, HttpHead answer, OutputStream out, Upstream upstream)
            throws IOException {
        try {
            return respond(head, answer, out, upstream, call.receiving(out));
        } finally {
            call.end();
        }
    }

    private void forward(
            HttpHead head,
            byte[] bytes,
            byte[] checked,
            InputStream in,
            OutputStream to,
            OutputStream bodyTo)
            throws IOException {
        to.write(head.expectsContinue() ? head.without("Expect") : bytes);
        if (authorizer.readsBody(head)) {
            bodyTo.write(checked);
        } else {
            HttpBody.copyOfRequest(head, in, bodyTo);
        }
        to.flush();
    }

    private boolean respond(
            HttpHead request,
            HttpHead head,
            OutputStream out,
            Upstream upstream,
            OutputStream bodyTo)
            throws IOException {
        Optional<Reply> refusal =
                head.status() == 404 ? authorizer.refusalOfAbsence(request) : Optional.empty();
        if (refusal.isPresent()) {
            upstream.copyBody(request.method(), head, OutputStream.nullOutputStream());
            refusal.get().send(request.method().equals("HEAD"), out);
            return true;
        }
        out.write(head.bytes());
        boolean reusable = upstream.copyBody(request.method(), head, bodyTo);
        out.flush();
        return reusable;
    }

    /// The whole body of a request whose permissions depend on it. AWS takes none of unknown length
    /// either.
    private static byte[] body(HttpHead head, InputStream in) throws IOException {
        long length = head.contentLength().orElse(0L);
        if (head.hasChunks() || length > MAX_CHECKED_BODY_BYTES) {
            throw new IOException("a request without a length, or one that is too long");
        }
        return in.readNBytes(Math.toIntExact(length));
    }

    /// Returns when all answered calls are written down.
    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recording.arriveAndAwaitAdvance();
    }
}
