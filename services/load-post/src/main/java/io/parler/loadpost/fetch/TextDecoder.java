package io.parler.loadpost.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes to text. In order of trust: byte order mark; valid UTF-8 that is more than ASCII; the
/// header; the page's own declaration; else windows-1252, as browsers do.
final class TextDecoder {
    private static final int DECLARED_WITHIN = 4096;
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PAGE =
            Pattern.compile(
                    "<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
                            + "|<\\?xml[^>]+encoding\\s*=\\s*[\"']([\\w.:-]+)",
                    Pattern.CASE_INSENSITIVE);

    /// Where a declared name means more than it says (WHATWG, "Names and labels").
    private static final Map<String, String> REALLY =
            Map.of(
                    "iso-8859-1", "windows-1252",
                    "latin1", "windows-1252",
                    "us-ascii", "windows-1252",
                    "ascii", "windows-1252",
                    "gb2312", "GB18030",
                    "gbk", "GB18030",
                    "shift_jis", "windows-31j",
                    "x-sjis", "windows-31j",
                    "ks_c_5601-1987", "x-windows-949",
                    "euc-kr", "x-windows-949");

    private TextDecoder() {}

    static String decode(byte[] bytes, String contentType) {
        int mark = markLength(bytes);
        if (mark > 0) {
            var charset = marked(bytes, mark);
            return new String(bytes, mark, bytes.length - mark, charset);
        }
        var start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, DECLARED_WITHIN),
                        StandardCharsets.ISO_8859_1);
        var declared =
                named(IN_HEADER, contentType)
                        .or(() -> utf16(bytes))
                        .or(() -> named(IN_PAGE, start))
                        .orElse(StandardCharsets.UTF_8);
        if (!declared.equals(StandardCharsets.UTF_16LE)
                && !declared.equals(StandardCharsets.UTF_16BE)) {
            var utf8 = strictUtf8(bytes);
            if (utf8.isPresent() && (utf8.get().length() < bytes.length || noEscapes(bytes))) {
                return utf8.get();
            }
        }
        return new String(
                bytes,
                declared.equals(StandardCharsets.UTF_8)
                        ? Charset.forName("windows-1252")
                        : declared);
    }

    /// Plain ASCII, unless its escapes switch to another set, as in ISO-2022-JP.
    private static boolean noEscapes(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0x1b || b == 0) {
                return false;
            }
        }
        return true;
    }

    private static int markLength(byte[] b) {
        if (b.length >= 3
                && (b[0] & 0xff) == 0xef
                && (b[1] & 0xff) == 0xbb
                && (b[2] & 0xff) == 0xbf) {
            return 3;
        }
        boolean utf16 =
                b.length >= 2
                        && (((b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff)
                                || ((b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe));
        return utf16 ? 2 : 0;
    }

    private static Charset marked(byte[] bytes, int mark) {
        if (mark == 3) {
            return StandardCharsets.UTF_8;
        }
        return (bytes[0] & 0xff) == 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /// A page starts with `<`: beside a zero byte, it tells UTF-16 without a mark.
    private static Optional<Charset> utf16(byte[] b) {
        if (b.length < 4) {
            return Optional.empty();
        }
        if (b[0] == '<' && b[1] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return b[0] == 0 && b[1] == '<' ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        var name = found.group(found.groupCount() > 1 && found.group(1) == null ? 2 : 1);
        try {
            var label = name.toLowerCase(Locale.ROOT);
            return Optional.of(Charset.forName(REALLY.getOrDefault(label, label)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
