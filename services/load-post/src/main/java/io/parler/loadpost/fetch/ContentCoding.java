package io.parler.loadpost.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Decompresses a response body. The caller limits how much it reads.
final class ContentCoding {
    /// The value of `Accept-Encoding`: what [#decoded] can decompress.
    static final String ACCEPTED = "gzip, deflate";

    private ContentCoding() {}

    static InputStream decoded(String codings, InputStream body) throws IOException {
        return switch (codings.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new GzipBody(body);
            case "deflate" -> inflated(body);
            default -> throw new ProtocolException("the page is compressed in a way not asked for");
        };
    }

    /// Some sites send `deflate` without its zlib wrapper, against RFC 9110, section 8.4.1.2.
    private static InputStream inflated(InputStream body) throws IOException {
        var in = new PushbackInputStream(body, 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean wrapped =
                start.length == 2
                        && (start[0] & 0x0f) == 8
                        && (((start[0] & 0xff) << 8) | (start[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!wrapped), 8192);
    }
}
