package io.parler.e2e.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A web site on 127.0.0.1 with unusual pages.
public final class TestSite implements AutoCloseable {
    private static final int MEBIBYTE = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger sentWhole = new AtomicInteger();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

    private record Page(String html, String policy) {}

    public TestSite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// Shows a page at this path, and returns its address.
    public String show(String path, String html) {
        return page(path, html, "");
    }

    /// A page with this body at this path and query, and its address. It allows only what the
    /// policy does, unless that is empty.
    public String page(String pathAndQuery, String html, String policy) {
        pages.put(pathAndQuery, new Page(html, policy));
        return url(pathAndQuery);
    }

    /// A post at this path that is sent only when its gate opens.
    public String gated(String path) {
        gates.put(path, new CountDownLatch(1));
        return url(path);
    }

    public void open(String path) {
        CountDownLatch gate = gates.get(path);
        if (gate != null) {
            gate.countDown();
        }
    }

    @Override
    public void close() {
        gates.values().forEach(CountDownLatch::countDown);
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            CountDownLatch gate = gates.get(path);
            if (gate != null) {
                gate.await();
            }
            Page exact = pages.get(exchange.getRequestURI().toString());
            Page page = exact == null ? pages.get(path) : exact;
            if (page != null) {
                if (!page.policy().isEmpty()) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
                }
                byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
                send(exchange, 200, "text/html; charset=utf-8", body);
                return;
            }
            switch (path) {
                case "/gone" ->
                        send(
                                exchange,
                                410,
                                "text/html",
                                "<h1>Gone</h1>".getBytes(StandardCharsets.UTF_8));
                case "/login" ->
                        send(
                                exchange,
                                403,
                                "text/html",
                                "<h1>Members only</h1>".getBytes(StandardCharsets.UTF_8));
                case "/broken" ->
                        send(
                                exchange,
                                500,
                                "text/html",
                                "<h1>Oh</h1>".getBytes(StandardCharsets.UTF_8));
                case "/no-article" -> send(exchange, 200, "text/html", noArticle());
                case "/feed.xml" ->
                        send(
                                exchange,
                                200,
                                "application/rss+xml",
                                html("A feed that is a page", 3));
                case "/picture" ->
                        send(exchange, 200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
                // Just below the 5 MB that are fetched of a page.
                case "/large" ->
                        send(exchange, 200, "text/html; charset=utf-8", html("A book", 22_000));
                case "/huge" -> huge(exchange);
                case "/bomb" -> bomb(exchange);
                case "/inwards" -> redirect(exchange, "http://10.0.0.1/");
                case "/circle" -> redirect(exchange, "/circle");
                case "/every-kind" -> send(exchange, 200, "text/html; charset=utf-8", everyKind());
                case "/tagged" -> tagged(exchange);
                case "/long" ->
                        send(exchange, 200, "text/html; charset=utf-8", html("A long post", 60));
                default -> {
                    if (path.startsWith("/about/")) {
                        send(exchange, 200, "text/html; charset=utf-8", about(path.substring(7)));
                    } else if (path.startsWith("/post/")) {
                        send(
                                exchange,
                                200,
                                "text/html; charset=utf-8",
                                html("The post " + path.substring(6), 4));
                    } else {
                        send(
                                exchange,
                                404,
                                "text/html",
                                "<h1>Not here</h1>".getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(302, -1);
    }

    /// 50 MB without a Content-Length.
    private static void huge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        byte[] paragraph =
                "<p>More and more of it. </p>"
                        .repeat(MEBIBYTE / 28)
                        .getBytes(StandardCharsets.UTF_8);
        OutputStream body = exchange.getResponseBody();
        for (int i = 0; i < 50; i++) {
            body.write(paragraph);
        }
    }

    /// 200 MB of spaces in 200 kB of gzip. It is sent while it is packed, which takes a while.
    private static void bomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try (var gzip = new GZIPOutputStream(exchange.getResponseBody())) {
            byte[] spaces = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                gzip.write(spaces);
            }
        }
    }

    /// How often the page with an ETag was sent in full.
    public int sentWhole() {
        return sentWhole.get();
    }

    /// A post with an ETag: a conditional request gets 304.
    private void tagged(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            sentWhole.incrementAndGet();
            send(exchange, 200, "text/html; charset=utf-8", html("A post with a tag", 4));
        }
    }

    /// A post with every kind of content that has a policy.
    private static byte[] everyKind() {
        return """
                <!doctype html><html lang="en"><head><title>Every kind of part</title></head><body><article>
                <h1>Every kind of part</h1>
                <p>This post has a part of every kind that a technical post may have, so that each can be treated in its own way. 🎉</p>
                <p>The kettle was on, the window stood open, and nobody in the house was in any hurry at all; see https://example.org/kettles/42 for more.</p>
                <blockquote><p>A watched kettle boils like any other, whatever people say about it.</p></blockquote>
                <pre><code class="language-java">var kettle = new Kettle();
                kettle.boil();</code></pre>
                <table><caption>Kettles compared</caption><tr><th>Kettle</th><th>Minutes</th></tr><tr><td>Blue</td><td>four</td></tr><tr><td>Red</td><td>five</td></tr></table>
                <figure><img src="/kettle.png" alt="A blue kettle on a stove" width="640" height="480"><figcaption>The blue one</figcaption></figure>
                <p>Somewhere down the street a door closed; it was the only sound of that whole long afternoon<sup id="r1"><a href="#fn1">1</a></sup>, and kubectl said nothing.</p>
                <section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>Heard by three people, of whom two agree. <a href="#r1">↩</a></p></li></ol></section>
                </article></body></html>
                """
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noArticle() {
        return """
                <!doctype html><html lang="en"><head><title>Topics</title></head><body>
                <nav><a href="/a">Home</a> <a href="/b">About</a> <a href="/c">Contact</a></nav>
                <ul><li><a href="/t/1">Kettles</a></li><li><a href="/t/2">Trains</a></li><li><a href="/t/3">Rain</a></li></ul>
                </body></html>
                """
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A post in which each paragraph has the word, so that no text is in another post too.
    private static byte[] about(String word) {
        return new String(html("All about " + word, 12), StandardCharsets.UTF_8)
                .replace("nobody in the house", "nobody near the " + word)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] html(String title, int paragraphs) {
        var page = new StringBuilder();
        page.append("<!doctype html><html lang=\"en\"><head><title>")
                .append(title)
                .append("</title></head><body><article><h1>")
                .append(title)
                .append("</h1>");
        for (int i = 1; i <= paragraphs; i++) {
            page.append("<p>Paragraph ")
                    .append(i)
                    .append(
                            ". The kettle was on, the window stood open, and nobody in the house was in any hurry at all.")
                    .append(
                            " Somewhere down the street a door closed; it was the only sound of that whole long afternoon.</p>");
        }
        return page.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
