package io.parler.request;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The syntax of a web address. Whether it may be fetched is decided by load-post.
sealed interface WebAddress {
    int MAX_LENGTH = 2_048;

    Pattern PARTS = Pattern.compile("(?<scheme>[A-Za-z]+)://(?<authority>[^/?#]*)(?<rest>.*)");

    /// An address in ASCII, with its scheme in lower case.
    record Valid(URI uri) implements WebAddress {}

    record Invalid(String detail) implements WebAddress {}

    static WebAddress parse(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return new Invalid("is missing or empty");
        }
        String trimmed = value.strip();
        if (trimmed.length() > MAX_LENGTH) {
            return new Invalid("is longer than " + MAX_LENGTH + " characters");
        }
        Matcher parts = PARTS.matcher(trimmed);
        if (!parts.matches()) {
            return new Invalid("must be a whole address that begins with http:// or https://");
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Invalid("must begin with http:// or https://");
        }
        return validate(scheme, parts.group("authority"), parts.group("rest"));
    }

    private static WebAddress validate(String scheme, String authority, String rest) {
        if (authority.contains("@")) {
            return new Invalid("must not hold a user name or password");
        }
        try {
            URI uri = new URI(scheme + "://" + ascii(authority) + rest);
            if (uri.getHost() == null) {
                return new Invalid("has no host that can be read");
            }
            return new Valid(new URI(uri.toASCIIString()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new Invalid("is not an address");
        }
    }

    /// An internationalised host as DNS has it.
    ///
    /// @throws IllegalArgumentException when no host can have that name
    private static String ascii(String authority) {
        boolean isAscii = authority.chars().allMatch(c -> c < 0x80);
        return isAscii ? authority : IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
    }
}
