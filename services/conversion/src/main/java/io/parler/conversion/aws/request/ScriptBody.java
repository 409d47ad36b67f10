package io.parler.conversion.aws.request;

import io.parler.conversion.article.ArticleSource;
import io.parler.problem.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/scripts`: that of a conversion. What is wrong with it, it says as
/// post-conversion does; whether an address may be fetched is load-post's to say.
record ScriptBody(
        @Nullable SourceBody source,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {
    static final int LONGEST_TEXT = 100_000;

    record SourceBody(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {

        Optional<ArticleSource.Loadable> given(List<FieldError> errors) {
            boolean page = url != null;
            boolean feed = feedUrl != null || postId != null;
            boolean pasted = title != null || text != null || language != null;
            if (page && !feed && !pasted) {
                return address("/source/url", url, errors).map(ArticleSource.Page::new);
            }
            if (feed && !page && !pasted) {
                Optional<String> address = address("/source/feedUrl", feedUrl, errors);
                Optional<String> post = words("/source/postId", postId, errors);
                return address.flatMap(a -> post.map(id -> new ArticleSource.FeedPost(a, id)));
            }
            if (pasted && !page && !feed) {
                return pasted(errors);
            }
            errors.add(
                    new FieldError(
                            "/source",
                            "must be exactly one of {url}, {feedUrl, postId} or"
                                    + " {title, text, language?}"));
            return Optional.empty();
        }

        private Optional<ArticleSource.Loadable> pasted(List<FieldError> errors) {
            Optional<String> heading = words("/source/title", title, errors);
            Optional<String> body = words("/source/text", text, errors);
            Optional<String> tag = new OptionsBody(errors).language("/source/language", language);
            return heading.flatMap(h -> body.map(b -> new ArticleSource.PastedText(h, b, tag)));
        }

        private static Optional<String> words(
                String pointer, @Nullable String value, List<FieldError> errors) {
            if (value == null || value.isBlank()) {
                errors.add(new FieldError(pointer, "is missing or empty"));
                return Optional.empty();
            }
            return Optional.of(value);
        }

        private static Optional<String> address(
                String pointer, @Nullable String value, List<FieldError> errors) {
            if (value != null && isAddress(value)) {
                return Optional.of(value);
            }
            errors.add(new FieldError(pointer, "must be an address that begins with http"));
            return Optional.empty();
        }

        private static boolean isAddress(String value) {
            try {
                URI uri = new URI(value.strip());
                return uri.getScheme() != null
                        && uri.getScheme().matches("(?i)https?")
                        && uri.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    Optional<ArticleSource.Loadable> given(List<FieldError> errors) {
        if (voice != null && voice.isBlank()) {
            errors.add(
                    new FieldError(
                            "/voice", "must be the id of a voice; GET /v1/voices lists them"));
        }
        if (source == null) {
            errors.add(new FieldError("/source", "is missing: say what to convert"));
            return Optional.empty();
        }
        return source.given(errors);
    }
}
