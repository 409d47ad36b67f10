package io.parler.loadpost.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Status and headers of an HTTP/1.1 answer.
///
/// @param headers by lower-case name; of a repeated one the first counts, but all of a list
record ResponseHead(int status, Map<String, String> headers) {
    private static final int MAX_BYTES = 64 * 1024;

    /// Lists whose members may come in several fields (RFC 9110, section 5.3): a `no-store` in the
    /// second counts as in the first.
    private static final Set<String> LISTS = Set.of("cache-control", "vary");

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[0-9] ([0-9]{3})(?: .*)?");

    static ResponseHead read(InputStream in) throws IOException {
        int[] budget = {MAX_BYTES};
        while (true) {
            var status = STATUS_LINE.matcher(line(in, budget));
            if (!status.matches()) {
                throw new ProtocolException("the answer is not HTTP");
            }
            var headers = new HashMap<String, String>();
            for (var line = line(in, budget); !line.isEmpty(); line = line(in, budget)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                    headers.merge(
                            name,
                            line.substring(colon + 1).strip(),
                            (first, more) -> LISTS.contains(name) ? first + ", " + more : first);
                }
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= 200) { // 1xx answers come before the real one
                return new ResponseHead(code, headers);
            }
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean redirects() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static String line(InputStream in, int[] budget) throws IOException {
        var line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the site closed the connection");
            }
            if (--budget[0] < 0) {
                throw new ProtocolException("the headers are longer than " + MAX_BYTES + " bytes");
            }
            if (c == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString();
            }
            line.append((char) c);
        }
    }

    /// A redirect's target in UTF-8, as sites send it though the standard wants ASCII.
    String location() {
        return new String(
                header("location").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
