package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.loadpost.Fixtures;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.HostResolver;
import io.parler.loadpost.fetch.HostileSite;
import io.parler.loadpost.fetch.PublicWebClient;
import io.parler.loadpost.fetch.UserAgent;
import io.parler.rate.MinuteLimit;
import io.parler.testing.LambdaContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site that is silent for hours: a request ends by the function's deadline, long before the
/// limits of fetches and searches.
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineIT {
    private static final MinuteLimit PAGES =
            new MinuteLimit((_, _, _) -> true, 1, InstantSource.system());

    private static final PublicWebClient.Limits HOURS =
            new PublicWebClient.Limits(Duration.ofHours(5), 1_000_000);

    /// Of these, 3.5 s are kept for reading a page and for the response.
    private static final Duration REMAINING = Duration.ofSeconds(4);

    private final CountDownLatch over = new CountDownLatch(1);
    private HostileSite site;

    @BeforeEach
    void start() throws IOException {
        site =
                new HostileSite(
                        (line, out) -> {
                            switch (line.split(" ", 3)[1]) {
                                case "/feed.xml" -> send(out, feed());
                                case "/page" -> send(out, "<html><p>No feed here.</html>");
                                default -> over.await();
                            }
                        });
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/posts, /silent",
        "GET /v1/posts, /page",
        "GET /v1/article, /silent",
        "GET /v1/cover, /silent"
    })
    void aSilentSiteIsATimeoutBeforeTheFunctionsOwn(String route, String path) {
        APIGatewayV2HTTPResponse response = call(route, Map.of("url", site.url(path)));
        assertThat(response.getStatusCode()).isEqualTo(504);
        assertThat(response.getBody()).contains("/problems/site-timeout");
    }

    @Test
    void aPostWhosePageIsSilentIsATimeoutToo() {
        APIGatewayV2HTTPResponse response =
                call(
                        "GET /v1/article",
                        Map.of(
                                "feedUrl",
                                site.url("/feed.xml"),
                                "postId",
                                "tag:harbour.example,2025:older"));
        assertThat(response.getStatusCode()).isEqualTo(504);
    }

    @Test
    void nothingIsFetchedInTheTimeThatIsKeptForReading() {
        APIGatewayV2HTTPResponse response =
                call(
                        "GET /v1/posts",
                        Map.of("url", site.url("/feed.xml")),
                        Duration.ofMillis(3400));
        assertThat(response.getStatusCode()).isEqualTo(504);
        assertThat(site.requests()).isEmpty();
    }

    private String feed() {
        return Fixtures.read("feed.xml").replace("https://harbour.example", site.url(""));
    }

    private static void send(OutputStream out, String body) throws IOException {
        String head = "HTTP/1.1 200 OK\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private static APIGatewayV2HTTPResponse call(String route, Map<String, String> query) {
        return call(route, query, REMAINING);
    }

    private static APIGatewayV2HTTPResponse call(
            String route, Map<String, String> query, Duration remaining) {
        PublicWebClient web =
                new PublicWebClient(
                        HOURS,
                        new AllowedNetworks("127.0.0.1"),
                        HostResolver.system(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        new UserAgent("Parler test"));
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withQueryStringParameters(query)
                        .build();
        return LoadPostApis.of(web, web, PAGES).handleRequest(event, new LambdaContext(remaining));
    }
}
