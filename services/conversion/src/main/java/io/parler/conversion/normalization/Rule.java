package io.parler.conversion.normalization;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way of writing, and how it is spoken.
///
/// @param spoken the words for a match. Empty text if nothing is spoken for it, [#AS_WRITTEN] if a
///     voice reads it right, and null if it is not written in this way after all.
record Rule(Pattern pattern, Function<Found, @Nullable String> spoken) {
    /// Says that no other rule may change the match.
    static final String AS_WRITTEN = "\0";

    /// Before a mark, `\b` searches all of the text before it for the letter of the mark, so that
    /// a text of marks takes quadratic time.
    private static final String BOUNDARY =
            "(?:(?<![\\w\\p{Mn}])(?=[\\w\\p{Mn}])|(?<=[\\w\\p{Mn}])(?![\\w\\p{Mn}]))";

    static Rule of(String pattern, Function<Found, @Nullable String> spoken) {
        return new Rule(compiled(pattern, 0), spoken);
    }

    /// A rule for text in any case.
    static Rule ignoringCase(String pattern, Function<Found, @Nullable String> spoken) {
        return new Rule(compiled(pattern, Pattern.CASE_INSENSITIVE), spoken);
    }

    private static Pattern compiled(String pattern, int flags) {
        return Pattern.compile(pattern.replace("\\b", BOUNDARY), flags | Pattern.UNICODE_CASE);
    }

    /// A rule that leaves matches as they are written.
    static Rule asWritten(String pattern) {
        return of(pattern, _ -> AS_WRITTEN);
    }
}
