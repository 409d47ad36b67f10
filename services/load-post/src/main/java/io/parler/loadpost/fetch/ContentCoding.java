package io.parler.loadpost.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Decompresses a response body. The caller limits how much it reads.
final class ContentCoding {
    /// The value of `Accept-Encoding`. Some sites send `br` or `zstd` all the same; both are
    /// decoded.
    static final String ACCEPTED = "gzip, deflate";

    private static final int MAX_CODINGS = 3;
    private static final int MAGIC_BYTES = 4;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] FIRST_OF_GZIP = {0x1f};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private ContentCoding() {}

    /// Decodes what the header names (RFC 9110, section 8.4), last coding first, and what it
    /// forgets to name.
    static InputStream decoded(String codings, InputStream body) throws IOException {
        List<String> names =
                Arrays.stream(codings.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && !name.equals("identity"))
                        .toList();
        if (names.size() > MAX_CODINGS) {
            throw new ProtocolException("the page is compressed too many times");
        }
        InputStream decoded = body;
        for (String name : names.reversed()) {
            decoded = decoded(decoded, name);
        }
        return undeclared(decoded);
    }

    private static InputStream decoded(InputStream body, String coding) throws IOException {
        PushbackInputStream in = new PushbackInputStream(body, MAGIC_BYTES);
        return switch (coding) {
            // A page that is not compressed after all begins with text.
            case "gzip", "x-gzip" -> startsWith(in, FIRST_OF_GZIP) ? new GzipBody(in) : in;
            case "deflate" -> inflated(in);
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> startsWith(in, ZSTD) ? new ZstdBody(in) : in;
            default -> throw new ProtocolException("the page is compressed in a way not asked for");
        };
    }

    /// Servers that store compressed files sometimes send them without a word.
    private static InputStream undeclared(InputStream body) throws IOException {
        PushbackInputStream in = new PushbackInputStream(body, MAGIC_BYTES);
        if (startsWith(in, GZIP)) {
            return new GzipBody(in);
        }
        return startsWith(in, ZSTD) ? new ZstdBody(in) : in;
    }

    private static boolean startsWith(PushbackInputStream in, byte[] magic) throws IOException {
        byte[] start = in.readNBytes(magic.length);
        in.unread(start);
        return Arrays.equals(start, magic);
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
