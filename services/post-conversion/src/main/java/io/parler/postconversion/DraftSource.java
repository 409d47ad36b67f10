package io.parler.postconversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The source as the caller sent it; it must turn out to be exactly one of the three kinds.
public record DraftSource(
        @Nullable String url,
        @Nullable String feedUrl,
        @Nullable String postId,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language) {
    static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_POST_ID = 2_000;
    private static final int LONGEST_LANGUAGE = 35;

    /// The shape of a BCP 47 language tag; which languages have a voice is for conversion to say.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private static final String KINDS =
            "must be exactly one of {url}, {feedUrl, postId} or {title, text, language?}";

    Optional<Source> check(List<Violation> violations) {
        boolean page = url != null;
        boolean feed = feedUrl != null || postId != null;
        boolean pasted = title != null || text != null || language != null;
        if (page && !feed && !pasted) {
            return page(violations);
        }
        if (feed && !page && !pasted) {
            return feedPost(violations);
        }
        if (pasted && !page && !feed) {
            return pasted(violations);
        }
        violations.add(new Violation("/source", KINDS));
        return Optional.empty();
    }

    private Optional<Source> page(List<Violation> violations) {
        return address("/source/url", url, violations).map(Source.Page::new);
    }

    private Optional<Source> feedPost(List<Violation> violations) {
        Optional<URI> feed = address("/source/feedUrl", feedUrl, violations);
        Optional<String> post = words("/source/postId", postId, LONGEST_POST_ID, violations);
        return feed.flatMap(at -> post.map(id -> new Source.FeedPost(at, id)));
    }

    private Optional<Source> pasted(List<Violation> violations) {
        Optional<String> heading = words("/source/title", title, LONGEST_TITLE, violations);
        Optional<String> body = words("/source/text", text, Integer.MAX_VALUE, violations);
        if (language != null
                && (language.length() > LONGEST_LANGUAGE
                        || !LANGUAGE.matcher(language).matches())) {
            violations.add(
                    new Violation("/source/language", "must be a language tag such as en-GB"));
        }
        Optional<String> tag = Optional.ofNullable(language);
        return heading.flatMap(h -> body.map(b -> new Source.Text(h, b, tag)));
    }

    private static Optional<String> words(
            String pointer, @Nullable String value, int longest, List<Violation> violations) {
        if (value == null || value.isBlank()) {
            violations.add(new Violation(pointer, "is missing or empty"));
            return Optional.empty();
        }
        if (value.length() > longest) {
            violations.add(new Violation(pointer, "is longer than " + longest + " characters"));
            return Optional.empty();
        }
        if (!UTF_8.newEncoder().canEncode(value)) {
            violations.add(new Violation(pointer, "holds half of a surrogate pair"));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static Optional<URI> address(
            String pointer, @Nullable String value, List<Violation> violations) {
        return switch (WebAddress.parse(value)) {
            case WebAddress.Valid valid -> Optional.of(valid.uri());
            case WebAddress.Invalid invalid -> {
                violations.add(new Violation(pointer, invalid.detail()));
                yield Optional.empty();
            }
        };
    }
}
