package io.parler.bench.cost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// A web site with generated posts, no two of them with the same paragraph.
final class SampleBlog implements AutoCloseable {
    private static final List<String> WORDS =
            List.of(
                    "kettle", "water", "morning", "boils", "slowly", "the", "a", "window", "light",
                    "over", "under", "garden", "and", "then", "quiet", "stove", "copper", "steam",
                    "before", "after", "never", "often", "table", "measure", "degree", "minute");
    private static final int WORDS_PER_SENTENCE = 15;
    private static final int SENTENCES_PER_PARAGRAPH = 4;

    private final HttpServer server;
    private final int words;

    private SampleBlog(HttpServer server, int words) {
        this.server = server;
        this.words = words;
    }

    /// @param words of each post
    static SampleBlog start(int words) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        SampleBlog blog =
                new SampleBlog(HttpServer.create(new InetSocketAddress(loopback, 0), 0), words);
        blog.server.createContext("/", blog::answer);
        blog.server.start();
        return blog;
    }

    /// Its host and port.
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// The address of a post; each number is another one.
    String post(int number) {
        return "http://" + authority() + "/posts/" + number;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String number = exchange.getRequestURI().getPath().replaceFirst("/posts/", "");
            byte[] page =
                    number.matches("[0-9]{1,6}")
                            ? page(Integer.parseInt(number)).getBytes(StandardCharsets.UTF_8)
                            : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, Math.max(page.length, -1));
            exchange.getResponseBody().write(page);
        }
    }

    private String page(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        int left = words;
        while (left > 0) {
            text.append("<p>");
            for (int i = 0; i < SENTENCES_PER_PARAGRAPH && left > 0; i++) {
                int length = WORDS_PER_SENTENCE / 2 + random.nextInt(WORDS_PER_SENTENCE);
                text.append("Post ").append(number);
                for (int word = 2; word < length; word++) {
                    text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
                }
                text.append(". ");
                left -= length;
            }
            text.append("</p>\n");
        }
        String title = "Post " + number;
        return "<!doctype html><html lang=\"en\"><head><title>"
                + title
                + "</title></head>\n<body><article><h1>"
                + title
                + "</h1>\n"
                + text
                + "</article></body></html>\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
