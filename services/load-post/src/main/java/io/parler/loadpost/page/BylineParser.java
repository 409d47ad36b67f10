package io.parler.loadpost.page;

import java.util.Optional;
import java.util.regex.Pattern;

/// Extracts the author's name from a byline, which often also contains the date.
public final class BylineParser {
    private static final Pattern BEFORE =
            Pattern.compile("(?i)^(by|von|par|por|di|door|written by|posted by|author)\\b:?\\s+");
    private static final Pattern AFTER =
            Pattern.compile(
                    "[\\s•·|,–-]+(\\p{Lu}[\\p{L}.]{2,9} [0-9]{1,2},? [0-9]{4}"
                            + "|[0-9]{1,2}\\.? \\p{L}{3,9}\\.? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
                            + "|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}|[0-9]+ ?[hmd]\\b).*$");
    private static final Pattern NAME = Pattern.compile("\\p{L}[^0-9:]*");

    /// Labels of forms, labels without a name, and the keys of translations.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)(?:by|posted(?: (?:on|by|in|at))?|published(?: (?:on|by))?|updated(?: on)?|written by|author|authors"
                            + "|name|your name|admin|administrator|editor|editors|staff|anonymous|unknown|guest|user|webmaster|null"
                            + "|undefined|none|n/?a|share|read more|follow)\\W*"
                            + "|.*\\*|https?://.*|\\S+@\\S+\\.\\S+|[a-z0-9]+(?:[._][a-z0-9]+)+|.*[{}<>$%].*");

    private static final int MAX_LENGTH = 500;

    private BylineParser() {}

    public static Optional<String> author(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String name = AFTER.matcher(BEFORE.matcher(line).replaceFirst("")).replaceFirst("").strip();
        return Optional.of(name)
                .filter(text -> NAME.matcher(text).matches() && !NO_NAME.matcher(text).matches());
    }
}
