package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
    private static final String TEXT = "A watched kettle boils. ".repeat(100);

    @Test
    void textIsCompressedAndItsTagBecomesWeak() throws Exception {
        Response compressed =
                Compression.apply(request("gzip, deflate"), response("text/html", TEXT));

        assertThat(compressed.headers())
                .containsExactly(
                        Map.entry("Content-Type", "text/html; charset=utf-8"),
                        Map.entry("ETag", "W/\"a\""),
                        Map.entry("Content-Encoding", "gzip"),
                        Map.entry("Vary", "Accept-Encoding"));
        assertThat(compressed.length()).isLessThan(300);
        byte[] bytes = compressed.body().readAllBytes();
        assertThat(bytes).hasSize((int) compressed.length());
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html, 100",
        "'gzip;q=0', text/html, 100",
        "br, text/html, 100",
        "gzip, text/vtt, 100",
        "gzip, audio/mpeg, 100",
        "gzip, text/html, 10"
    })
    void whatCloudFrontSendsAsItIsIsNotCompressed(String encodings, String type, int sentences)
            throws Exception {
        Response response = response(type, "A watched kettle boils. ".repeat(sentences));

        assertThat(Compression.apply(request(encodings), response)).isSameAs(response);
    }

    private static Request request(String encodings) {
        return new Request(
                "GET",
                "/",
                "",
                Map.of("accept-encoding", List.of(encodings)),
                "127.0.0.1",
                new byte[0]);
    }

    private static Response response(String type, String text) {
        return Response.of(
                200,
                List.of(
                        Map.entry("Content-Type", type + "; charset=utf-8"),
                        Map.entry("ETag", "\"a\"")),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
