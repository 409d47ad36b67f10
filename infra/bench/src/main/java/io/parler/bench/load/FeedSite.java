package io.parler.bench.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A site with one feed of twenty posts, which may be cached for an hour.
final class FeedSite implements AutoCloseable {
    private static final int POSTS = 20;

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    FeedSite() throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                        0);
        byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/feed.xml",
                exchange -> {
                    try (exchange) {
                        requests.incrementAndGet();
                        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                        exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
                        exchange.sendResponseHeaders(200, feed.length);
                        exchange.getResponseBody().write(feed);
                    }
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
    }

    /// How often the feed was fetched.
    int requests() {
        return requests.get();
    }

    private static String feed() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < POSTS; i++) {
            items.append("<item><title>Post " + i + "</title>")
                    .append("<link>http://127.0.0.1/posts/" + i + "</link><guid>" + i + "</guid>")
                    .append("<pubDate>Mon, 02 Nov 2026 10:15:30 GMT</pubDate>")
                    .append("<description>What it says, in a sentence.</description></item>");
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>A blog</title>"
                + "<link>http://127.0.0.1/</link><description>Posts</description>"
                + items
                + "</channel></rss>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
