package io.parler.loadpost.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes bytes to text. In order of trust: byte order mark; the width of the first character;
/// valid UTF-8 that is more than ASCII; the header; the page's own declaration; otherwise
/// windows-1252, as in browsers.
final class TextDecoder {
    private static final int MAX_DECLARATION_OFFSET = 4096;
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PAGE =
            Pattern.compile(
                    "<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
                            + "|<\\?xml[^>]+encoding\\s*=\\s*[\"']([\\w.:-]+)",
                    Pattern.CASE_INSENSITIVE);

    /// Byte order marks, decoded as ISO 8859-1. UTF-32 comes first: its mark starts like one of
    /// UTF-16.
    private static final List<Map.Entry<String, Charset>> MARKS =
            List.of(
                    Map.entry("\0\0\u00fe\u00ff", StandardCharsets.UTF_32BE),
                    Map.entry("\u00ff\u00fe\0\0", StandardCharsets.UTF_32LE),
                    Map.entry("\u00ef\u00bb\u00bf", StandardCharsets.UTF_8),
                    Map.entry("\u00fe\u00ff", StandardCharsets.UTF_16BE),
                    Map.entry("\u00ff\u00fe", StandardCharsets.UTF_16LE));

    /// A page starts with `<`: the zeros beside it show the width of a character.
    private static final List<Map.Entry<String, Charset>> WIDE_ENCODINGS =
            List.of(
                    Map.entry("\0\0\0<", StandardCharsets.UTF_32BE),
                    Map.entry("<\0\0\0", StandardCharsets.UTF_32LE),
                    Map.entry("\0<", StandardCharsets.UTF_16BE),
                    Map.entry("<\0", StandardCharsets.UTF_16LE));

    /// Labels that stand for a larger charset (WHATWG, "Names and labels").
    private static final Map<String, String> ALIASES =
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
        var start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, MAX_DECLARATION_OFFSET),
                        StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, Charset> mark : MARKS) {
            if (start.startsWith(mark.getKey())) {
                int length = mark.getKey().length();
                return new String(bytes, length, bytes.length - length, mark.getValue());
            }
        }
        for (Map.Entry<String, Charset> wide : WIDE_ENCODINGS) {
            if (start.startsWith(wide.getKey())) {
                return new String(bytes, wide.getValue());
            }
        }
        Charset declared =
                named(IN_HEADER, contentType)
                        .or(() -> named(IN_PAGE, start))
                        .orElse(StandardCharsets.UTF_8);
        if (!declared.equals(StandardCharsets.UTF_16LE)
                && !declared.equals(StandardCharsets.UTF_16BE)) {
            Optional<String> utf8 = strictUtf8(bytes);
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

    /// Escapes switch ASCII to another charset, as in ISO-2022-JP.
    private static boolean noEscapes(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0x1b || b == 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group(found.groupCount() > 1 && found.group(1) == null ? 2 : 1);
        try {
            String label = name.toLowerCase(Locale.ROOT);
            return Optional.of(Charset.forName(ALIASES.getOrDefault(label, label)));
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
