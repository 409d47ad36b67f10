package io.parler.loadpost.cache;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The directives of a `Cache-Control` header (RFC 9111, section 5.2), by lower-case name; of a
/// repeated one the first counts.
public record CacheControl(Map<String, String> directives) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,;=\"]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s,\"]*)))?");

    /// Longer than any lifetime that counts here.
    private static final long FOREVER = Integer.MAX_VALUE;

    public static CacheControl of(String header) {
        var directives = new HashMap<String, String>();
        var found = DIRECTIVE.matcher(header);
        while (found.find()) {
            var argument = found.group(2) == null ? found.group(3) : found.group(2);
            directives.putIfAbsent(
                    found.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument);
        }
        return new CacheControl(Map.copyOf(directives));
    }

    /// Whether it is there, with or without argument: a `no-cache` of some fields counts for all.
    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /// The seconds a directive says; what is no number is 0 (section 4.2.1).
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

    /// Whether a request with these directives wants no page given before its site was asked.
    public boolean wantsRevalidation() {
        return has("no-cache") || seconds("max-age").filter(age -> age == 0).isPresent();
    }
}
