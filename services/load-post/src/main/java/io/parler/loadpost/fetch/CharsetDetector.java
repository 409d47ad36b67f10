package io.parler.loadpost.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Detects the charset of a page that declares none and is not UTF-8: the East Asian ones and the
/// Cyrillic ones by their bytes, others by the language that the page declares, as browsers do by
/// that of their user (WHATWG, "Determining the character encoding").
final class CharsetDetector {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8 = Charset.forName("KOI8-U");

    private static final int SAMPLE = 60_000;
    private static final int MIN_NON_ASCII = 8;

    /// Western text has single letters beyond ASCII; other scripts have whole words of them.
    private static final double MIN_SHARE_IN_RUNS = 0.75;

    private static final double MIN_SHARE_OF_SCRIPT = 0.6;
    private static final double MIN_SHARE_OF_KANA = 0.2;
    private static final double MAX_SHARE_OF_ERRORS = 0.02;

    /// Chinese has many characters of the second half of GB 2312's rows, Korean has none there.
    private static final double MIN_SHARE_OF_LATE_ROWS = 0.05;

    private static final double MIN_SHARE_OF_LOW_TRAILS = 0.1;

    private static final Pattern LANGUAGE =
            Pattern.compile(
                    "<html[^<>]{0,500}?\\slang\\s*=\\s*[\"']?([a-z]{2})\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Map<String, Charset> BY_LANGUAGE =
            Map.ofEntries(
                    entry("pl", 1250),
                    entry("cs", 1250),
                    entry("sk", 1250),
                    entry("hu", 1250),
                    entry("sl", 1250),
                    entry("hr", 1250),
                    entry("ro", 1250),
                    entry("ru", 1251),
                    entry("uk", 1251),
                    entry("bg", 1251),
                    entry("sr", 1251),
                    entry("be", 1251),
                    entry("el", 1253),
                    entry("tr", 1254),
                    entry("he", 1255),
                    entry("ar", 1256),
                    entry("fa", 1256),
                    entry("et", 1257),
                    entry("lv", 1257),
                    entry("lt", 1257),
                    entry("vi", 1258),
                    Map.entry("th", Charset.forName("x-windows-874")));

    private CharsetDetector() {}

    private static Map.Entry<String, Charset> entry(String language, int codePage) {
        return Map.entry(language, Charset.forName("windows-" + codePage));
    }

    /// The most likely charset; windows-1252 if nothing speaks for another.
    static Charset detect(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE);
        String raw = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return byBytes(raw).or(() -> byLanguage(raw)).orElse(WINDOWS_1252);
    }

    private static Optional<Charset> byBytes(String raw) {
        int nonAscii = 0;
        int inRuns = 0;
        int pairs = 0;
        int lateRows = 0;
        int lowTrails = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < 0x80) {
                continue;
            }
            int run = i;
            while (i < raw.length() && raw.charAt(i) >= 0x80) {
                i++;
            }
            nonAscii += i - run;
            inRuns += i - run > 1 ? i - run : 0;
            for (int at = run; at < i; at += 2) {
                pairs++;
                lateRows += raw.charAt(at) > 0xc8 ? 1 : 0;
                // The second byte of a pair may be one of ASCII.
                if (at + 1 == i && i < raw.length() && raw.charAt(i) >= 0x40) {
                    lowTrails++;
                }
            }
        }
        if (nonAscii < MIN_NON_ASCII) {
            return Optional.empty();
        }
        for (Charset charset : List.of(EUC_JP, SHIFT_JIS)) {
            if (share(raw, charset, CharsetDetector::isKana) >= MIN_SHARE_OF_KANA) {
                return Optional.of(charset);
            }
        }
        if (inRuns < MIN_SHARE_IN_RUNS * nonAscii) {
            return Optional.empty();
        }
        if (lowTrails > MIN_SHARE_OF_LOW_TRAILS * pairs
                && share(raw, BIG5, Character::isIdeographic) >= MIN_SHARE_OF_SCRIPT) {
            return Optional.of(BIG5);
        }
        if (lateRows < MIN_SHARE_OF_LATE_ROWS * pairs
                && share(raw, KOREAN, CharsetDetector::isHangul) >= MIN_SHARE_OF_SCRIPT) {
            return Optional.of(KOREAN);
        }
        for (Charset charset : List.of(WINDOWS_1251, KOI8)) {
            if (share(raw, charset, CharsetDetector::isSmallCyrillic) >= MIN_SHARE_OF_SCRIPT
                    && byLanguage(raw).map(WINDOWS_1251::equals).orElse(true)) {
                return Optional.of(charset);
            }
        }
        return share(raw, GB18030, CharsetDetector::isChinese) >= MIN_SHARE_OF_SCRIPT
                ? Optional.of(GB18030)
                : Optional.empty();
    }

    private static Optional<Charset> byLanguage(String raw) {
        Matcher language = LANGUAGE.matcher(raw);
        return language.find()
                ? Optional.ofNullable(BY_LANGUAGE.get(language.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// A kind of characters.
    private interface Kind {
        boolean contains(int codePoint);
    }

    /// The share of a kind among the characters beyond ASCII; 0 if the bytes are not of this
    /// charset.
    private static double share(String raw, Charset charset, Kind kind) {
        String text = new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset);
        int all = 0;
        int ofKind = 0;
        int errors = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                ofKind += kind.contains(c) ? 1 : 0;
                errors += c == 0xfffd ? 1 : 0;
            }
        }
        return all == 0 || errors > Math.max(1, MAX_SHARE_OF_ERRORS * all)
                ? 0
                : (double) ofKind / all;
    }

    /// Full-width kana.
    private static boolean isKana(int c) {
        return c >= 0x3041 && c <= 0x30fe;
    }

    private static boolean isHangul(int c) {
        return c >= 0xac00 && c <= 0xd7a3;
    }

    private static boolean isChinese(int c) {
        return (c >= 0x4e00 && c <= 0x9fff)
                || (c >= 0x3000 && c <= 0x3011)
                || (c >= 0xff01 && c <= 0xff1f);
    }

    private static boolean isSmallCyrillic(int c) {
        return c >= 0x430 && c <= 0x45f;
    }
}
