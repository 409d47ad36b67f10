package io.parler.loadpost.fetch;

import static io.parler.loadpost.fetch.HostileSite.answering;
import static io.parler.loadpost.fetch.HostileSite.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompressedPageIT {
    private static final int SIZE = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aCompressedPageIsRead(String coding) throws Exception {
        try (HostileSite site = compressed(coding, "hello".getBytes(StandardCharsets.UTF_8))) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
    }

    @Test
    void aPageIsReadThatIsCompressedWithoutAWord() throws Exception {
        byte[] page = gzip("hello".getBytes(StandardCharsets.UTF_8));
        try (HostileSite site = answering("", page)) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
    }

    @Test
    void aPageThatIsNotCompressedAsItsHeaderSaysIsReadAsItIs() throws Exception {
        byte[] page = "<p>hello".getBytes(StandardCharsets.UTF_8);
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", page)) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("<p>hello");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "br, 0b028068656c6c6f03",
        "zstd, 28b52ffd200529000068656c6c6f",
        "'', 28b52ffd200529000068656c6c6f"
    })
    void brotliAndZstandardAreDecoded(String coding, String hex) throws Exception {
        byte[] page = HexFormat.of().parseHex(hex);
        String header = coding.isEmpty() ? "" : "Content-Encoding: " + coding + "\r\n";
        try (HostileSite site = answering(header, page)) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void anInvalidBodyIsAProblem(String coding) throws Exception {
        byte[] page = HexFormat.of().parseHex("28b52ffdffffffffffffffffffffffff");
        try (HostileSite site = answering("Content-Encoding: " + coding + "\r\n", page)) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void codingsAreUndoneInTheReverseOrder() throws Exception {
        byte[] page = gzip(gzip("hello".getBytes(StandardCharsets.UTF_8)));
        try (HostileSite site = answering("Content-Encoding: gzip, gzip\r\n", page)) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aZipBombIsNotDecompressedBeyondTheLimit(String coding) throws Exception {
        try (HostileSite site = compressed(coding, new byte[50_000_000])) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.PAGE_TOO_LARGE);
        }
    }

    @Test
    void aBombOfEmptyMembersIsEmpty() throws Exception {
        var parts = new ByteArrayOutputStream();
        byte[] empty = gzip(new byte[0]);
        for (int i = 0; i < 50_000; i++) {
            parts.writeBytes(empty);
        }
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", parts.toByteArray())) {
            assertThat(found(get(site.url("/"))).text()).isEmpty();
        }
    }

    @Test
    void gzipMembersAreJoinedAndPaddingIsIgnored() throws Exception {
        var parts = new ByteArrayOutputStream();
        parts.writeBytes(gzip("hello".getBytes(StandardCharsets.UTF_8)));
        parts.writeBytes(gzip(new byte[0]));
        parts.writeBytes(gzip(", world".getBytes(StandardCharsets.UTF_8)));
        parts.writeBytes(new byte[20]);
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", parts.toByteArray())) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello, world");
        }
    }

    @Test
    void aGzipHeaderWithEveryOptionalFieldIsRead() throws Exception {
        byte[] plain = gzip("hello".getBytes(StandardCharsets.UTF_8));
        var page = new ByteArrayOutputStream();
        page.write(plain, 0, 3);
        page.write(2 | 4 | 8 | 16);
        page.write(plain, 4, 6);
        page.writeBytes(new byte[] {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 0, 9, 9});
        page.write(plain, 10, plain.length - 10);
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", page.toByteArray())) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 22, 24})
    void aTruncatedCompressedPageIsAProblem(int length) throws Exception {
        byte[] page = Arrays.copyOf(gzip("hello".getBytes(StandardCharsets.UTF_8)), length);
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", page)) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void aCompressedPageWithAWrongChecksumIsAProblem() throws Exception {
        byte[] page = gzip("hello".getBytes(StandardCharsets.UTF_8));
        page[page.length - 6] ^= 1;
        try (HostileSite site = answering("Content-Encoding: gzip\r\n", page)) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void anEndlessGzipHeaderTimesOut() throws Exception {
        byte[] endlessName = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};
        byte[] emptyBlocks = {0, 0, 0, -1, -1};
        for (String coding : List.of("gzip", "deflate")) {
            try (var site =
                    new HostileSite(
                            (line, out) -> {
                                say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: ");
                                say(out, coding + "\r\n\r\n");
                                if (coding.equals("gzip")) {
                                    out.write(endlessName);
                                }
                                while (true) {
                                    out.write(coding.equals("gzip") ? new byte[] {1} : emptyBlocks);
                                }
                            })) {
                assertThat(reason(get(site.url("/"), Duration.ofMillis(300))))
                        .as(coding)
                        .isEqualTo(ProblemType.SITE_TIMEOUT);
            }
        }
    }

    private static HostileSite compressed(String coding, byte[] body) throws IOException {
        return answering(
                "Content-Encoding: " + coding + "\r\n",
                coding.equals("gzip") ? gzip(body) : deflate(body));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static FetchResult get(String url) {
        return get(url, Duration.ofMinutes(1));
    }

    private static FetchResult get(String url, Duration limit) {
        return new PublicWebClient(
                        new PublicWebClient.Limits(limit, SIZE),
                        new AllowedNetworks("127.0.0.1"),
                        HostResolver.system(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        new UserAgent("Parler test"))
                .get(url, "*/*");
    }

    private static Resource found(FetchResult fetch) {
        assertThat(fetch).isInstanceOf(FetchResult.Found.class);
        return ((FetchResult.Found) fetch).resource();
    }

    private static ProblemType reason(FetchResult fetch) {
        assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) fetch).problem();
    }
}
