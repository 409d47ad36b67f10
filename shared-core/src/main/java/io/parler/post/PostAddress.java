package io.parler.post;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of a post in the form that all its spellings share. It is compared, never fetched,
/// so it leaves out what does not tell two posts of a blog apart: the scheme, `www.`, the default
/// port, a trailing slash, `index.html`, the fragment, and parameters that only track readers.
///
/// @param value host, path and query, such as `blog.example.com/2026/queues?p=7`
public record PostAddress(String value) {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern WEB =
            Pattern.compile(
                    "^(https?)://([^/?#\\\\]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?$",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT =
            Pattern.compile(
                    "^(\\[[0-9a-f:.]+]|[^:\\[\\]%@\\s\\p{Cntrl}]+?)\\.?(?::([0-9]{0,5}))?$");
    private static final Pattern INDEX = Pattern.compile("/index\\.(?:html?|php)$");
    private static final Pattern SLASHES_AT_END = Pattern.compile("(?<!/)/+$");
    private static final Pattern MIRROR = Pattern.compile("^(?:m|amp|mobile)\\.(?=.+\\.)");
    private static final Pattern TRACKING_NAME = Pattern.compile("(?:utm|mtm|pk|piwik|hsa)_.*");
    private static final Set<String> TRACKING =
            Set.of(
                    "fbclid",
                    "gclid",
                    "gclsrc",
                    "dclid",
                    "gbraid",
                    "wbraid",
                    "msclkid",
                    "yclid",
                    "twclid",
                    "ttclid",
                    "li_fat_id",
                    "igshid",
                    "igsh",
                    "mc_cid",
                    "mc_eid",
                    "mkt_tok",
                    "_hsenc",
                    "_hsmi",
                    "__hstc",
                    "_ga",
                    "_gl",
                    "oly_anon_id",
                    "oly_enc_id",
                    "vero_id",
                    "ck_subscriber_id");
    private static final String HEX = "0123456789ABCDEF";

    /// Empty when it is not the address of a web page.
    public static Optional<PostAddress> of(String url) {
        Matcher parts = WEB.matcher(url.strip().replaceAll("[\\t\\r\\n]", ""));
        if (url.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        Matcher authority = HOST_AND_PORT.matcher(parts.group(2).toLowerCase(Locale.ROOT));
        if (!authority.matches()) {
            return Optional.empty();
        }
        return host(authority.group(1))
                .map(
                        host ->
                                new PostAddress(
                                        host
                                                + port(parts.group(1), authority.group(2))
                                                + path(parts.group(3))
                                                + query(parts.group(4))));
    }

    /// The same, with the fragment if it has one: it tells posts apart that are only in their feed,
    /// whose address is the feed's with the post's id behind a `#`.
    public static Optional<PostAddress> withFragment(String url) {
        String text = url.strip();
        int hash = text.indexOf('#');
        return hash < 0 || hash + 1 == text.length()
                ? of(url)
                : of(text).map(post -> new PostAddress(post.value + text.substring(hash)));
    }

    /// An address of this post that a program can send: it leads to the same `PostAddress`.
    public String url() {
        return "https://" + value;
    }

    /// Whether the address is this one, or below it.
    public boolean contains(PostAddress other) {
        return other.value.equals(value)
                || other.value.startsWith(value.endsWith("/") ? value : value + "/")
                || other.value.startsWith(value + "?");
    }

    /// Whether both are on one host, or one is on the host's pages for phones. Only then does a
    /// page's word count that the other is its real address.
    public boolean isOnHostOf(PostAddress other) {
        return site().equals(other.site());
    }

    private String site() {
        return MIRROR.matcher(value.substring(0, value.indexOf('/'))).replaceFirst("");
    }

    private static Optional<String> host(String name) {
        try {
            String ascii = name.startsWith("[") ? name : IDN.toASCII(name).toLowerCase(Locale.ROOT);
            return Optional.of(ascii.startsWith("www.") ? ascii.substring(4) : ascii)
                    .filter(host -> !host.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String port(String scheme, String port) {
        String standard = scheme.equalsIgnoreCase("https") ? "443" : "80";
        return port == null || port.isEmpty() || port.equals(standard) ? "" : ":" + port;
    }

    private static String path(String raw) {
        String path = withoutDots(encoded(raw.replace('\\', '/')));
        String folder = INDEX.matcher(path).replaceFirst("/");
        String file = SLASHES_AT_END.matcher(folder).replaceFirst("");
        return file.isEmpty() ? "/" : file;
    }

    private static String withoutDots(String path) {
        ArrayDeque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.add(segment);
            }
        }
        String joined = String.join("/", segments);
        return joined.startsWith("/") ? joined : "/" + joined;
    }

    /// The parameters without those that track, in the order of their names.
    private static String query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String query =
                Arrays.stream(encoded(raw).split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !tracks(pair))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static boolean tracks(String pair) {
        String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || TRACKING_NAME.matcher(name).matches();
    }

    /// One spelling of each character (RFC 3986, section 6.2.2): what needs no percent sign has
    /// none, and the others are written in capitals.
    private static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            int escaped = c == '%' ? escaped(bytes, i) : -1;
            if (escaped >= 0) {
                i += 2;
                append(out, escaped, !isUnreserved(escaped));
            } else {
                append(out, c, c <= 0x20 || c >= 0x7f || "\"<>%^`{|}".indexOf(c) >= 0);
            }
        }
        return out.toString();
    }

    /// The byte that is written at this percent sign, or -1.
    private static int escaped(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static void append(StringBuilder out, int c, boolean escape) {
        if (escape) {
            out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append((char) c);
        }
    }

    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return value;
    }
}
