package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.fetch.ConditionalWebClient.Failed;
import io.parler.loadpost.fetch.ConditionalWebClient.Known;
import io.parler.loadpost.fetch.ConditionalWebClient.NotModified;
import io.parler.loadpost.fetch.ConditionalWebClient.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class ConditionalWebClientIT {
    private static final Validators VALIDATORS =
            new Validators("W/\"1\"", "Fri, 20 Nov 2026 10:00:00 GMT");

    @Test
    void bothValidatorsAreSentAndTheSiteMayAnswerNotModified() throws Exception {
        try (HostileSite site =
                HostileSite.saying("HTTP/1.1 304 Not Modified\nCache-Control: max-age=60\n\n")) {
            ConditionalWebClient.Response answer =
                    request(site, "/", Optional.of(known(site, "/")));
            assertThat(answer).isInstanceOf(NotModified.class);
            assertThat(((NotModified) answer).headers().cacheControl()).isEqualTo("max-age=60");
            assertThat(site.requests())
                    .contains(
                            "If-None-Match: W/\"1\"",
                            "If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT");
        }
    }

    @Test
    void theCachingHeadersAreReturnedWithThePage() throws Exception {
        try (HostileSite site =
                HostileSite.saying(
                        """
                        HTTP/1.1 200 OK
                        Cache-Control: max-age=60
                        ETag: "2"
                        Age: 7
                        Vary: Accept
                        Cache-Control: no-store
                        Vary: *
                        Date: Fri, 20 Nov 2026 10:00:00 GMT
                        Expires: 0
                        Last-Modified: yesterday
                        Content-Length: 5

                        hello""")) {
            assertThat(page(request(site, "/", Optional.empty())).headers())
                    .isEqualTo(
                            new CachingHeaders(
                                    "max-age=60, no-store",
                                    "Accept, *",
                                    "0",
                                    "Fri, 20 Nov 2026 10:00:00 GMT",
                                    "7",
                                    new Validators("\"2\"", "")));
        }
    }

    @Test
    void aPageThatMayBeTruncatedHasNoCachingHeaders() throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 200 OK\nETag: \"1\"\n\nhel")) {
            Page page = page(request(site, "/", Optional.empty()));
            assertThat(page.resource().text()).isEqualTo("hel");
            assertThat(page.headers()).isEqualTo(CachingHeaders.NONE);
        }
    }

    @Test
    void validatorsAreSentOnlyForTheirOwnPage() throws Exception {
        String moved = "HTTP/1.1 301 Moved\r\nLocation: /new\r\nCache-Control: no-cache\r\n\r\n";
        String same = "HTTP/1.1 304 Same\r\n\r\n";
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            String answer = line.startsWith("GET /old ") ? moved : same;
                            out.write(answer.getBytes(StandardCharsets.US_ASCII));
                        })) {
            ConditionalWebClient.Response answer =
                    request(site, "/old", Optional.of(known(site, "/new")));
            assertThat(answer).isInstanceOf(NotModified.class);
            assertThat(((NotModified) answer).redirects())
                    .extracting(CachingHeaders::cacheControl)
                    .containsExactly("no-cache");
            List<String> lines = site.requests();
            assertThat(lines.indexOf("If-None-Match: W/\"1\""))
                    .isGreaterThan(lines.indexOf("GET /old HTTP/1.1"));
        }
    }

    @Test
    void anUnrequested304IsAProblem() throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 304 Not Modified\n\n")) {
            assertThat(request(site, "/", Optional.empty())).isInstanceOf(Failed.class);
            assertThat(request(site, "/", Optional.of(known(site, "/elsewhere"))))
                    .isInstanceOf(Failed.class);
            assertThat(site.requests()).noneMatch(line -> line.startsWith("If-"));
        }
    }

    @Test
    void aValidatorCannotInjectAHeader() throws Exception {
        try (HostileSite site =
                HostileSite.saying(
                        "HTTP/1.1 200 OK\nETag: \"a\rX-Injected: 1\"\nContent-Length: 0\n\n")) {
            Page page = page(request(site, "/", Optional.empty()));
            assertThat(page.headers().validators().none()).isTrue();
        }
    }

    private static Known known(HostileSite site, String path) throws InvalidAddressException {
        return new Known(WebAddress.parse(site.url(path)), VALIDATORS);
    }

    private static ConditionalWebClient.Response request(
            HostileSite site, String path, Optional<Known> known) throws InvalidAddressException {
        return new PublicWebClient(
                        new PublicWebClient.Limits(Duration.ofMinutes(5), 1000),
                        new AllowedNetworks("127.0.0.1"),
                        HostResolver.system(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        new UserAgent("Parler test"))
                .request(WebAddress.parse(site.url(path)), "*/*", known);
    }

    private static Page page(ConditionalWebClient.Response answer) {
        assertThat(answer).isInstanceOf(Page.class);
        return (Page) answer;
    }
}
