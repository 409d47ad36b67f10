package io.parler.loadpost.cache;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The directives of a `Cache-Control` header (RFC 9111, section 5.2), by lower-case name. Of a
/// repeated directive the first counts.
public record CacheControl(Map<String, String> directives) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,;=\"]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s,\"]*)))?");

    /// Longer than any lifetime that is used.
    private static final long FOREVER = Integer.MAX_VALUE;

    public static CacheControl of(String header) {
        Map<String, String> directives = new HashMap<>();
        Matcher found = DIRECTIVE.matcher(header);
        while (found.find()) {
            String argument = found.group(2) == null ? found.group(3) : found.group(2);
            directives.putIfAbsent(
                    found.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument);
        }
        return new CacheControl(Map.copyOf(directives));
    }

    /// Whether the directive is present, with or without an argument: a `no-cache` for some fields
    /// counts for all.
    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /// A directive's seconds; 0 if it is no number (section 4.2.1).
    Optional<Long> seconds(String directive) {
        return Optional.ofNullable(directives.get(directive)).map(CacheControl::deltaSeconds);
    }

    /// A number of seconds in a header (section 1.2.2); 0 for anything else.
    static long deltaSeconds(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return text.length() > 9 ? FOREVER : Long.parseLong(text);
    }

    /// Whether a request with these directives must be checked with the site.
    public boolean wantsRevalidation() {
        return has("no-cache") || seconds("max-age").filter(age -> age == 0).isPresent();
    }
}
