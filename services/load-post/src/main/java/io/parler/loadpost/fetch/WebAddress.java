package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An http or https address in canonical form: the check of an address and the connection to it
/// can't read it differently.
///
/// @param host a name in ASCII, an IPv4 address, or an IPv6 address in brackets
/// @param target path and query, ready for the request line
public record WebAddress(String scheme, String host, int port, String target) {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern SCHEME =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]+(/|$))");
    private static final Pattern AUTHORITY = Pattern.compile("^(https?)://([^/?#]*)([^#]*).*$");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("^(\\[[^\\]]*\\]|[^:]*)(?::([0-9]{0,5}))?$");
    private static final String HEX = "0123456789ABCDEF";

    /// Parses what a person pastes: a bare `example.org/blog` means https.
    public static WebAddress parse(String text) throws InvalidAddressException {
        String trimmed = text.strip().replaceAll("[\\t\\r\\n]", "");
        if (trimmed.isEmpty()) {
            throw new InvalidAddressException("The address is empty.");
        }
        if (trimmed.length() > MAX_LENGTH) {
            throw new InvalidAddressException(
                    "The address is longer than " + MAX_LENGTH + " characters.");
        }
        return canonical(withScheme(trimmed));
    }

    private static String withScheme(String text) throws InvalidAddressException {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            if (!name.equals("http") && !name.equals("https")) {
                throw new InvalidAddressException("Only http and https addresses can be read.");
            }
            return name + text.substring(name.length());
        }
        String host = text.split("[/?#]", 2)[0];
        if (!host.contains(".") && !host.startsWith("[")) {
            throw new InvalidAddressException("That is not the address of a web page.");
        }
        return "https://" + text;
    }

    private static WebAddress canonical(String text) throws InvalidAddressException {
        Matcher parts = AUTHORITY.matcher(text);
        if (!parts.matches()) {
            throw new InvalidAddressException("The address has no host.");
        }
        String authority = parts.group(2);
        if (authority.contains("@")) {
            throw new InvalidAddressException("An address with a user name in it is not read.");
        }
        if (authority.contains("\\") || authority.contains("%")) {
            throw new InvalidAddressException("The address has no readable host name.");
        }
        Matcher hostAndPort = HOST_AND_PORT.matcher(authority);
        if (!hostAndPort.matches() || hostAndPort.group(1).isEmpty()) {
            throw new InvalidAddressException("The address has no readable host name.");
        }
        String scheme = parts.group(1);
        String port = hostAndPort.group(2);
        int number = port == null || port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port);
        if (number < 1 || number > 65535) {
            throw new InvalidAddressException("The address has a port that does not exist.");
        }
        return new WebAddress(
                scheme, HostName.canonical(hostAndPort.group(1)), number, target(parts.group(3)));
    }

    /// The address a reference on this page points at (RFC 3986, section 5.2).
    public WebAddress resolve(String reference) throws InvalidAddressException {
        String text = reference.strip();
        if (SCHEME.matcher(text).find()) {
            return parse(text);
        }
        if (text.startsWith("//")) {
            return parse(scheme + ":" + text);
        }
        String origin = origin();
        if (text.startsWith("/")) {
            return parse(origin + text);
        }
        String path = target.split("\\?", 2)[0];
        if (text.isEmpty() || text.startsWith("#")) {
            return this;
        }
        if (text.startsWith("?")) {
            return parse(origin + path + text);
        }
        return parse(origin + path.substring(0, path.lastIndexOf('/') + 1) + text);
    }

    /// Scheme, host and port; without the port if it is the scheme's default.
    public String origin() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    public String path() {
        return target.split("\\?", 2)[0];
    }

    /// The IP address, if the host is a literal one and needs no lookup.
    Optional<InetAddress> literal() {
        return HostName.isLiteral(host)
                ? Optional.of(InetAddress.ofLiteral(host.replace("[", "").replace("]", "")))
                : Optional.empty();
    }

    boolean secure() {
        return scheme.equals("https");
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String target(String raw) {
        String[] pathAndQuery = raw.split("\\?", 2);
        String path = withoutDots(encoded(pathAndQuery[0].replace('\\', '/')));
        return pathAndQuery.length == 1 ? path : path + "?" + encoded(pathAndQuery[1]);
    }

    private static String withoutDots(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        var kept = new ArrayDeque<String>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case ".", "%2e", "%2E" -> {
                    if (last) {
                        kept.add("");
                    }
                }
                case ".." -> {
                    kept.pollLast();
                    if (last) {
                        kept.add("");
                    }
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String encoded(String text) {
        var out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c <= 0x20 || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return origin() + target;
    }
}
