package io.parler.frontend.podcast;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The address of a post without what doesn't tell posts apart: scheme, `www.`, fragment, tracking
/// parameters, a slash or `index.html` at the end.
public record PostAddress(String value) {
    /// Empty when the text isn't a web address with a host.
    public static Optional<PostAddress> parse(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = address.getScheme();
            String authority = address.getRawAuthority();
            return authority == null || !isWeb(scheme)
                    ? Optional.empty()
                    : Optional.of(
                            new PostAddress(
                                    host(authority, scheme)
                                            + path(address.getRawPath())
                                            + query(address.getRawQuery())));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Whether the address is this one, or below it.
    public boolean contains(PostAddress other) {
        return other.value.equals(value)
                || other.value.startsWith(value + "/")
                || other.value.startsWith(value + "?");
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static String host(String authority, String scheme) {
        String host = authority.toLowerCase(Locale.ROOT);
        String port = scheme.equalsIgnoreCase("http") ? ":80" : ":443";
        if (host.endsWith(port)) {
            host = host.substring(0, host.length() - port.length());
        }
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static String path(String path) {
        String shorter = path.replaceFirst("/index\\.html?$", "/");
        int end = shorter.length();
        while (end > 0 && shorter.charAt(end - 1) == '/') {
            end--;
        }
        return shorter.substring(0, end);
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String telling =
                Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                        .collect(Collectors.joining("&"));
        return telling.isEmpty() ? "" : "?" + telling;
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_")
                || switch (name) {
                    case "fbclid", "gclid", "mc_cid", "mc_eid", "igshid" -> true;
                    default -> false;
                };
    }

    @Override
    public String toString() {
        return value;
    }
}
