package io.parler.local.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.local.lambda.Functions;
import io.parler.local.stack.Api;
import io.parler.local.stack.Distribution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one port of the suite, on 127.0.0.1: a CloudFront distribution's path table in front of
/// HTTP APIs and buckets.
public final class Edge implements AutoCloseable {
    /// API Gateway takes no larger body.
    private static final int BODY_LIMIT = 10 * 1024 * 1024;

    /// Names under which this machine reaches itself. Any other Host is a page that has its own
    /// name point here, and is no more answered than CloudFront answers a name it doesn't have.
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    /// Segments that mean another folder, also when they came encoded: no way out of a path's
    /// bucket.
    private static final Pattern SIDEWAYS = Pattern.compile("(^|[/\\\\])\\.\\.?([/\\\\]|$)");

    private static final Logger log = LoggerFactory.getLogger(Edge.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Edge(HttpServer server) {
        this.server = server;
    }

    /// Takes the port, 0 for any free one; requests wait until [#open]. A taken port is a
    /// `BindException`.
    public static Edge bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        return new Edge(HttpServer.create(new InetSocketAddress(loopback, port), 1024));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Starts to answer.
    public void open(Distribution distribution, Table table) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, distribution, table));
        server.start();
    }

    /// What is behind the host names of origins: APIs by their name, the rest as buckets.
    public static final class Table {
        private final Map<String, Origin> origins = new HashMap<>();

        public Table(
                List<Api> apis,
                Functions functions,
                Distribution distribution,
                HttpClient http,
                URI s3) {
            ObjectMapper json = new ObjectMapper();
            Clock clock = Clock.systemUTC();
            ProxyEvent events = new ProxyEvent(json, clock, () -> UUID.randomUUID().toString());
            for (Api api : apis) {
                origins.put(api.host(), new HttpApi(api, functions::invoke, events, json));
            }
            for (Distribution.Behavior behavior : distribution.behaviors()) {
                String host = behavior.originHost();
                int bucketEnd = host.indexOf(".s3.");
                if (bucketEnd > 0) {
                    String bucket = host.substring(0, bucketEnd);
                    origins.putIfAbsent(host, new BucketOrigin(http, s3, bucket, clock));
                }
                if (!origins.containsKey(host)) {
                    throw new IllegalStateException(
                            "the distribution sends "
                                    + behavior.pattern().text()
                                    + " to "
                                    + host
                                    + ", which is no API and no bucket of the suite");
                }
            }
        }

        Origin origin(Distribution.Behavior behavior) {
            Origin origin = origins.get(behavior.originHost());
            if (origin == null) {
                throw new IllegalStateException("no origin " + behavior.originHost());
            }
            return origin;
        }
    }

    private void handle(HttpExchange exchange, Distribution distribution, Table table) {
        try (exchange) {
            Response response;
            try {
                response = answer(exchange, distribution, table);
            } catch (RuntimeException | IOException e) {
                log.atError().setCause(e).log("the edge could not answer");
                response = Response.message(502, "Bad Gateway");
            }
            response.send(exchange);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("the viewer went away");
        }
    }

    private static Response answer(HttpExchange exchange, Distribution distribution, Table table)
            throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !HOSTS.contains(host.replaceFirst(":[0-9]+$", ""))) {
            return Response.text(403, "This address answers under 127.0.0.1 and localhost only.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return Response.message(413, "Request Entity Too Large");
        }
        Request request = Request.of(exchange, body);
        String path;
        try {
            path = Request.decoded(request.rawPath());
        } catch (IllegalArgumentException e) {
            return Response.message(400, "Bad Request");
        }
        if (SIDEWAYS.matcher(path).find()) {
            return Response.message(400, "Bad Request");
        }
        Distribution.Behavior behavior = distribution.behavior(path);
        if (!behavior.methods().contains(request.method())) {
            return Response.text(
                    403,
                    "The edge takes no " + request.method() + " for " + behavior.pattern().text());
        }
        return table.origin(behavior).answer(request, behavior.originPath() + request.rawPath());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
