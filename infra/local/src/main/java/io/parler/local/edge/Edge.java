package io.parler.local.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Functions;
import io.parler.local.stack.Api;
import io.parler.local.stack.Distribution;
import io.parler.local.trace.TracePages;
import io.parler.local.usage.UsageLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The suite's HTTP port on 127.0.0.1: a CloudFront distribution in front of HTTP APIs and buckets.
public final class Edge implements AutoCloseable {
    /// The limit of API Gateway.
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

    /// The accepted host names. Requests with another name are rejected as CloudFront does; this
    /// also prevents DNS rebinding.
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    /// Dot segments, also encoded ones: a path must not leave its bucket.
    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.\\.?([/\\\\]|$)");

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    private final EdgePort port;
    private final HttpServer server;
    private @Nullable LocalPages localPages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Edge(EdgePort port, HttpServer server) {
        this.port = port;
        this.server = server;
    }

    /// Binds the port, 0 for any free one; requests wait until [#open]. Throws `BindException` if
    /// the port is in use.
    public static Edge bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        // Otherwise each response waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        EdgePort bound = EdgePort.bind(loopback, port);
        return new Edge(bound, HttpServer.create(new InetSocketAddress(loopback, 0), 1024));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port.number());
    }

    /// Serves the pages about the suite itself beside the distribution. They show what functions
    /// log, so only requests from this machine may read them.
    public void serve(TracePages pages) {
        localPages = new LocalPages(pages);
    }

    /// Starts to accept requests.
    ///
    /// @param publicOrigin the address of a proxy before it, or its own; requests may name its host
    /// @param usage where each request is written down
    public void open(
            Distribution distribution, OriginTable origins, URI publicOrigin, UsageLog usage) {
        server.setExecutor(threads);
        server.createContext(
                "/", exchange -> handle(exchange, distribution, origins, publicOrigin, usage));
        server.start();
        port.open(server.getAddress());
    }

    /// The origins by host name: APIs and buckets.
    public static final class OriginTable {
        private final Map<String, Origin> origins = new HashMap<>();

        public OriginTable(
                List<Api> apis,
                Functions functions,
                RoleCheck roleCheck,
                Distribution distribution,
                HttpClient http,
                URI s3) {
            ObjectMapper json = new ObjectMapper();
            Clock clock = Clock.systemUTC();
            HttpApiEvent events = new HttpApiEvent(json, clock, () -> UUID.randomUUID().toString());
            for (Api api : apis) {
                origins.put(
                        api.host(),
                        new HttpApi(api, functions::invoke, roleCheck, events, json, clock));
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
                                    + ", which is neither an API nor a bucket of the suite");
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

    private void handle(
            HttpExchange exchange,
            Distribution distribution,
            OriginTable origins,
            URI publicOrigin,
            UsageLog usage) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
            Request request = Request.of(exchange, body);
            Response response;
            try {
                response = answer(request, distribution, origins, publicOrigin);
            } catch (RuntimeException | IOException e) {
                LOG.atError().setCause(e).log("the edge could not respond");
                response = problem(request, 502, "The request could not be passed on.");
            }
            if (usage.isOn()) {
                Distribution.Behavior behavior = distribution.behavior(request.rawPath());
                usage.served(
                        request.method(),
                        behavior.pattern().text(),
                        origins.origin(behavior) instanceof BucketOrigin,
                        response.status(),
                        response.length());
            }
            response.send(exchange);
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("the client closed the connection");
        }
    }

    private Response answer(
            Request request, Distribution distribution, OriginTable origins, URI publicOrigin)
            throws IOException {
        String host = request.header("host").orElse("");
        boolean isPublic = host.equalsIgnoreCase(publicOrigin.getRawAuthority());
        if (!isPublic && !HOSTS.contains(host.replaceFirst(":[0-9]+$", ""))) {
            return problem(request, 403, "Use the host name 127.0.0.1 or localhost.");
        }
        if (request.body().length > MAX_BODY_BYTES) {
            return Response.message(413, "Request Entity Too Large");
        }
        String path;
        try {
            path = Request.decoded(request.rawPath());
        } catch (IllegalArgumentException e) {
            return problem(request, 400, "The path has an invalid percent-encoding.");
        }
        if (DOT_SEGMENT.matcher(path).find()) {
            return problem(request, 400, "A path must not have the segments \".\" and \"..\".");
        }
        if (localPages != null && LocalPages.has(path)) {
            return localPages.answer(request, path);
        }
        Distribution.Behavior behavior = distribution.behavior(path);
        if (!behavior.methods().contains(request.method())) {
            return problem(
                    request,
                    403,
                    request.method() + " is not allowed for " + behavior.pattern().text());
        }
        Request forwarded = request;
        if (!behavior.trustedKeys().isEmpty()) {
            try {
                SignedUrl url = SignedUrl.of(request, isPublic ? publicOrigin.getScheme() : "http");
                url.check(behavior.trustedKeys(), request.sourceAddress(), Instant.now());
                forwarded = request.withQuery(url.unsignedQuery());
            } catch (SignedUrl.RefusedException e) {
                return problem(request, 403, e.reason());
            }
        }
        Response response =
                origins.origin(behavior)
                        .answer(forwarded, behavior.originPath() + request.rawPath());
        if (behavior.readableByAllPages() && request.header("origin").isPresent()) {
            response = response.with("Access-Control-Allow-Origin", "*");
        }
        return behavior.compress() ? Compression.apply(request, response) : response;
    }

    private static Response problem(Request request, int status, String detail) {
        return EdgeProblem.response(status, detail, request.correlationId());
    }

    @Override
    public void close() {
        port.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
