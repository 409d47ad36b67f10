package io.parler.loadpost.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.fetch.AddressPolicy;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.HostResolver;
import io.parler.loadpost.fetch.HostileSite;
import io.parler.loadpost.fetch.PublicWebClient;
import io.parler.loadpost.fetch.UserAgent;
import io.parler.loadpost.fetch.WebClient;
import io.parler.testing.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/// The cache and the web client together, with a site that revalidates.
class CachingWebClientIT {
    private static final String PAGE =
            """
            HTTP/1.1 200 OK
            Content-Type: text/html; charset=iso-8859-1
            Content-Length: 4
            Cache-Control: max-age=600
            Age: 100
            ETag: W/"1"
            Last-Modified: Thu, 19 Nov 2026 10:00:00 GMT

            caf\u00e9""";
    private static final String SAME = "HTTP/1.1 304 Not Modified\nCache-Control: max-age=300\n\n";

    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private final InMemoryPageCache pages = new InMemoryPageCache();

    @Test
    void aPageIsFetchedOnceWhileItIsFreshAndThenRevalidated() throws Exception {
        var answers = new AtomicInteger();
        try (var site =
                new HostileSite(
                        (line, out) -> say(out, answers.getAndIncrement() == 0 ? PAGE : SAME))) {
            CachingWebClient web = web();
            assertThat(text(web, site.url("/"))).isEqualTo("caf\u00e9");
            clock.advance(Duration.ofSeconds(499));
            assertThat(text(web, site.url("/"))).isEqualTo("caf\u00e9");
            assertThat(gets(site)).hasSize(1);

            clock.advance(Duration.ofSeconds(1));
            assertThat(text(web, site.url("/"))).isEqualTo("caf\u00e9");
            assertThat(gets(site)).hasSize(2);
            assertThat(site.requests())
                    .contains(
                            "If-None-Match: W/\"1\"",
                            "If-Modified-Since: Thu, 19 Nov 2026 10:00:00 GMT");

            clock.advance(Duration.ofSeconds(299));
            text(web, site.url("/"));
            assertThat(gets(site)).hasSize(2);
            text(web.revalidating(), site.url("/"));
            assertThat(gets(site)).hasSize(3);
        }
    }

    @Test
    void aCacheableRedirectIsNotRequestedWhileItIsFresh() throws Exception {
        String moved =
                "HTTP/1.1 301 Moved\nLocation: /there\nCache-Control: max-age=60\nContent-Length: 0\n\n";
        try (var site =
                new HostileSite(
                        (line, out) -> say(out, line.startsWith("GET /there ") ? PAGE : moved))) {
            CachingWebClient web = web();
            for (int i = 0; i < 3; i++) {
                var found = (FetchResult.Found) web.get(site.url("/here"), "text/html");
                assertThat(found.resource().url()).isEqualTo(site.url("/there"));
            }
            assertThat(gets(site)).containsExactly("GET /here HTTP/1.1", "GET /there HTTP/1.1");
        }
    }

    private CachingWebClient web() {
        var allowed = new AllowedNetworks("127.0.0.1");
        return new CachingWebClient(
                new PublicWebClient(
                        new PublicWebClient.Limits(Duration.ofMinutes(5), 1000),
                        allowed,
                        HostResolver.system(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        new UserAgent("Parler test")),
                pages,
                new CachingWebClient.Rules(new AddressPolicy(allowed), "127.0.0.1"),
                clock);
    }

    private static List<String> gets(HostileSite site) {
        return site.requests().stream().filter(line -> line.startsWith("GET ")).toList();
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(WebClient web, String url) {
        FetchResult fetch = web.get(url, "text/html");
        assertThat(fetch).isInstanceOf(FetchResult.Found.class);
        return ((FetchResult.Found) fetch).resource().text();
    }
}
