package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.http.Json;
import io.parler.testing.JavaScriptChecks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A library that others embed with finds our players by the links of our pages.
class OEmbedConsumerIT {
    private static final String PLAYER = "/v1/conversions/" + ListenFixture.ID + "/player";
    private static final String PAGE = "/listen/" + ListenFixture.ID + "/why-queues-beat-cron";

    @Test
    void aConsumerFindsThePlayerOfAPlayerAndOfAPage() throws Exception {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                        0);
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        ListenFixture fixture = new ListenFixture(origin);
        server.createContext("/", exchange -> answer(exchange, fixture));
        server.start();
        try {
            List<String> found =
                    JavaScriptChecks.output("oembed", origin + PLAYER, origin + PAGE)
                            .lines()
                            .toList();

            assertThat(found).hasSize(2);
            for (String line : found) {
                Map<?, ?> embed = Json.read(line, Map.class);
                assertThat(String.valueOf(embed.get("html")))
                        .contains("<iframe src=\"" + origin + PLAYER + "\" width=\"480\"");
                assertThat(embed.get("title")).isEqualTo("Why queues beat cron");
                assertThat(embed.get("type")).isEqualTo("rich");
                assertThat(embed.get("method")).isEqualTo("auto-discovery");
            }
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, ListenFixture fixture) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String route =
                switch (path) {
                    case PLAYER -> "GET /v1/conversions/{id}/player";
                    case PAGE -> "GET /listen/{id}/{slug}";
                    default -> "GET " + path;
                };
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        APIGatewayV2HTTPResponse response =
                fixture.get(
                        route,
                        Map.of("id", ListenFixture.ID, "slug", "why-queues-beat-cron"),
                        query,
                        Map.of());
        byte[] body = response.getBody().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", response.getHeaders().get("Content-Type"));
        exchange.sendResponseHeaders(response.getStatusCode(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
