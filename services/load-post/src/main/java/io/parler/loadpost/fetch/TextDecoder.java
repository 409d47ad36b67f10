package io.parler.loadpost.fetch;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes bytes to text. In order of trust: byte order mark; the width of the first character;
/// UTF-8 that is more than ASCII and nearly without errors, each of which becomes U+FFFD; the
/// header; the page's own declaration; otherwise what the bytes look like.
final class TextDecoder {
    /// Browsers find a declaration anywhere in the head.
    private static final int MAX_HEAD = 512 * 1024;

    /// In UTF-8 with a few bad bytes, characters are more than errors. In other charsets few bytes
    /// look like a character of UTF-8.
    private static final int MIN_CHARACTERS_BY_ERROR = 3;

    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_PAGE =
            Pattern.compile(
                    "<meta[^<>]{1,1000}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
                            + "|<\\?xml[^<>]{1,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)",
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

    private static final char REPLACEMENT = '\ufffd';
    private static final String BODY = "<body";

    private static final Set<Charset> WIDE =
            Set.of(
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_32,
                    StandardCharsets.UTF_32LE,
                    StandardCharsets.UTF_32BE);

    private TextDecoder() {}

    static String decode(byte[] bytes, String contentType) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, MAX_HEAD), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, Charset> mark : MARKS) {
            if (head.startsWith(mark.getKey())) {
                int length = mark.getKey().length();
                return new String(bytes, length, bytes.length - length, mark.getValue());
            }
        }
        for (Map.Entry<String, Charset> wide : WIDE_ENCODINGS) {
            if (head.startsWith(wide.getKey())) {
                return new String(bytes, wide.getValue());
            }
        }
        Optional<Charset> declared =
                named(IN_HEADER, contentType)
                        .or(() -> inHead(head))
                        .filter(charset -> !WIDE.contains(charset) || head.indexOf(0) >= 0);
        if (declared.isPresent() && WIDE.contains(declared.get())) {
            return new String(bytes, declared.get());
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return isUtf8(utf8, bytes, declared)
                ? utf8
                : new String(
                        bytes,
                        declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                                .orElseGet(() -> CharsetDetector.detect(bytes)));
    }

    /// The declaration in the page's head. A page may quote another one in its body.
    private static Optional<Charset> inHead(String page) {
        Matcher declaration = IN_PAGE.matcher(page);
        for (int tag = page.indexOf('<'); tag >= 0; tag = page.indexOf('<', tag + 1)) {
            if (isBody(page, tag)) {
                return Optional.empty();
            }
            if (declaration.region(tag, page.length()).lookingAt()) {
                return named(declaration);
            }
        }
        return Optional.empty();
    }

    private static boolean isBody(String page, int tag) {
        int end = tag + BODY.length();
        if (end >= page.length() || !page.regionMatches(true, tag, BODY, 0, BODY.length())) {
            return false;
        }
        char next = page.charAt(end);
        return next == '>' || next == ' ' || (next >= '\t' && next <= '\r');
    }

    /// Whether the text is the bytes' meaning: it has characters beyond ASCII, and errors are
    /// rare; or it is ASCII.
    private static boolean isUtf8(String utf8, byte[] bytes, Optional<Charset> declared) {
        if (utf8.indexOf(REPLACEMENT) < 0) {
            return utf8.length() < bytes.length || noEscapes(bytes);
        }
        int replaced = 0;
        int characters = 0;
        for (int i = 0; i < utf8.length(); i++) {
            char c = utf8.charAt(i);
            if (c == REPLACEMENT) {
                replaced++;
            } else if (c >= 0x80 && !Character.isLowSurrogate(c)) {
                characters++;
            }
        }
        long errors = replaced - replacements(bytes);
        if (errors <= 0) {
            return characters > 0 || noEscapes(bytes);
        }
        boolean utf8Declared = declared.filter(StandardCharsets.UTF_8::equals).isPresent();
        return utf8Declared ? characters >= errors : characters >= MIN_CHARACTERS_BY_ERROR * errors;
    }

    /// How often the bytes hold U+FFFD itself.
    private static long replacements(byte[] bytes) {
        long count = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xef
                    && bytes[i + 1] == (byte) 0xbf
                    && bytes[i + 2] == (byte) 0xbd) {
                count++;
            }
        }
        return count;
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
        return found.find() ? named(found) : Optional.empty();
    }

    private static Optional<Charset> named(Matcher found) {
        String name = found.group(found.groupCount() > 1 && found.group(1) == null ? 2 : 1);
        try {
            String label = name.toLowerCase(Locale.ROOT);
            return Optional.of(Charset.forName(ALIASES.getOrDefault(label, label)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
