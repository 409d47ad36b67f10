package io.parler.local.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Compresses responses as CloudFront does, but with gzip only: text of 1,000 bytes to 10 MB
/// (CloudFront, "Serve compressed files").
final class Compression {
    private static final int MIN_BYTES = 1_000;
    private static final int MAX_BYTES = 10_000_000;

    /// Of CloudFront's list, those that occur here.
    private static final Set<String> TYPES =
            Set.of(
                    "application/javascript",
                    "application/json",
                    "application/rss+xml",
                    "application/xml",
                    "image/svg+xml",
                    "text/css",
                    "text/html",
                    "text/javascript",
                    "text/plain",
                    "text/xml");

    private Compression() {}

    static Response apply(Request request, Response response) throws IOException {
        boolean compressible =
                response.status() == 200
                        && request.method().equals("GET")
                        && accepts(request.header("accept-encoding").orElse(""))
                        && response.length() >= MIN_BYTES
                        && response.length() <= MAX_BYTES
                        && TYPES.contains(type(response.headers()))
                        && response.headers().stream().noneMatch(it -> is(it, "Content-Encoding"));
        return compressible ? compressed(response) : response;
    }

    private static boolean accepts(String encodings) {
        for (String encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (encoding.replace(" ", "").matches("gzip(;q=(1|1\\.0+|0\\.[0-9]*[1-9][0-9]*))?")) {
                return true;
            }
        }
        return false;
    }

    private static String type(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .filter(header -> is(header, "Content-Type"))
                .map(header -> header.getValue().replaceFirst(";.*", "").strip())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean is(Map.Entry<String, String> header, String name) {
        return header.getKey().equalsIgnoreCase(name);
    }

    private static Response compressed(Response response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = response.body();
                GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            in.transferTo(gzip);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Map.Entry<String, String> header : response.headers()) {
            if (is(header, "ETag") && !header.getValue().startsWith("W/")) {
                // The bytes are not those that the tag stands for.
                headers.add(Map.entry(header.getKey(), "W/" + header.getValue()));
            } else if (!is(header, "Content-Length")) {
                headers.add(header);
            }
        }
        headers.add(Map.entry("Content-Encoding", "gzip"));
        headers.add(Map.entry("Vary", "Accept-Encoding"));
        return Response.of(response.status(), headers, bytes.toByteArray());
    }
}
