package io.parler.loadpost.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Status and headers of an HTTP/1.1 response.
///
/// @param headers by lower-case name; of a repeated header the first counts, but lists are joined
/// @param cookies the values of its `Set-Cookie` fields, which can't be joined (section 5.3 of RFC
///     9110)
record ResponseHead(int status, Map<String, String> headers, List<String> cookies) {
    private static final int MAX_BYTES = 64 * 1024;

    /// Headers that are lists, and may be split over several fields (RFC 9110, section 5.3).
    private static final Set<String> LISTS = Set.of("cache-control", "vary", "link");

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[0-9] ([0-9]{3})(?: .*)?");

    static ResponseHead read(InputStream in) throws IOException {
        int[] budget = {MAX_BYTES};
        while (true) {
            Matcher status = STATUS_LINE.matcher(line(in, budget));
            if (!status.matches()) {
                throw new ProtocolException("the response is not HTTP");
            }
            var headers = new HashMap<String, String>();
            List<String> cookies = new ArrayList<>();
            for (String line = line(in, budget); !line.isEmpty(); line = line(in, budget)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                    if (name.equals("set-cookie")) {
                        cookies.add(line.substring(colon + 1).strip());
                    }
                    headers.merge(
                            name,
                            line.substring(colon + 1).strip(),
                            (first, more) -> LISTS.contains(name) ? first + ", " + more : first);
                }
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= 200) { // 1xx responses precede the final one
                return new ResponseHead(code, headers, List.copyOf(cookies));
            }
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isRedirect() {
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

    /// A redirect's target. Sites send UTF-8, though the standard requires ASCII.
    String location() {
        return new String(
                header("location").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
