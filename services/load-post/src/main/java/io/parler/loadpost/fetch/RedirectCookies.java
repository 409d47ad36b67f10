package io.parler.loadpost.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The cookies that a site sets within one chain of redirects (RFC 6265), which are sent back
/// within it and then forgotten: some sites redirect until their cookie comes back.
final class RedirectCookies {
    private static final int MAX_COOKIES = 20;
    private static final int MAX_LENGTH = 4_096;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e&&[^;]]*");

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /// A cookie, and where it is sent to.
    private record Cookie(
            String name,
            String value,
            String host,
            boolean subdomains,
            String path,
            boolean secure) {
        boolean isFor(WebAddress address) {
            boolean sameHost =
                    address.host().equals(host)
                            || (subdomains && address.host().endsWith("." + host));
            return sameHost && (!secure || address.secure()) && covers(address.path());
        }

        /// RFC 6265, section 5.1.4.
        private boolean covers(String requested) {
            return requested.equals(path)
                    || (requested.startsWith(path)
                            && (path.endsWith("/") || requested.charAt(path.length()) == '/'));
        }
    }

    /// Stores the cookies of a response.
    ///
    /// @param fields the values of its `Set-Cookie` fields
    void store(WebAddress address, List<String> fields) {
        fields.stream().limit(MAX_COOKIES).forEach(field -> store(address, field));
    }

    private void store(WebAddress address, String field) {
        String[] parts = field.split(";", -1);
        String[] pair = parts[0].split("=", 2);
        String name = pair[0].strip();
        if (field.length() > MAX_LENGTH
                || pair.length < 2
                || !NAME.matcher(name).matches()
                || !VALUE.matcher(pair[1].strip()).matches()) {
            return;
        }
        Map<String, String> attributes = attributes(parts);
        Optional<String> domain = domain(attributes);
        if (domain.isPresent() && !isOwn(domain.get(), address.host())) {
            return;
        }
        String path = attributes.getOrDefault("path", "");
        Cookie cookie =
                new Cookie(
                        name,
                        pair[1].strip(),
                        domain.orElse(address.host()),
                        domain.isPresent(),
                        path.startsWith("/") ? path : defaultPath(address.path()),
                        attributes.containsKey("secure"));
        String key = cookie.host() + " " + cookie.path() + " " + name;
        cookies.remove(key);
        if (!isDeleted(attributes) && cookies.size() < MAX_COOKIES) {
            cookies.put(key, cookie);
        }
    }

    private static Map<String, String> attributes(String[] parts) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(
                    pair[0].strip().toLowerCase(Locale.ROOT),
                    pair.length < 2 ? "" : pair[1].strip());
        }
        return attributes;
    }

    private static Optional<String> domain(Map<String, String> attributes) {
        String domain = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
        return Optional.of(domain.startsWith(".") ? domain.substring(1) : domain)
                .filter(text -> !text.isEmpty());
    }

    /// A domain of one label is nobody's own.
    private static boolean isOwn(String domain, String host) {
        return host.equals(domain) || (host.endsWith("." + domain) && domain.contains("."));
    }

    /// A site deletes its cookie by a date in the past, which always has a year before 2000 or no
    /// time to live.
    private static boolean isDeleted(Map<String, String> attributes) {
        String maxAge = attributes.getOrDefault("max-age", "");
        return maxAge.equals("0")
                || maxAge.startsWith("-")
                || (maxAge.isEmpty()
                        && attributes.getOrDefault("expires", "").matches(".*[ -]19[0-9]{2} .*"));
    }

    private static String defaultPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /// The value of the `Cookie` field; empty if there is none to send.
    String header(WebAddress address) {
        List<Cookie> own = new ArrayList<>(cookies.values());
        return own.stream()
                .filter(cookie -> cookie.isFor(address))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }
}
