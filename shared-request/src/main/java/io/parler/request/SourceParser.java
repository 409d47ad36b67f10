package io.parler.request;

import io.parler.language.LanguageTag;
import io.parler.problem.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Validates the source of a request: it must be exactly one of the three kinds.
final class SourceParser {
    private static final int MAX_TITLE = 500;
    private static final int MAX_POST_ID = 2_000;

    private static final String KINDS =
            "must be exactly one of {url}, {feedUrl, postId} or {title, text, language?}";

    private final List<FieldError> errors;

    SourceParser(List<FieldError> errors) {
        this.errors = errors;
    }

    /// Empty if the source is invalid; then its errors are added.
    Optional<Source.Requested> parse(ConversionRequestBody.@Nullable SourceBody source) {
        if (source == null) {
            errors.add(new FieldError("/source", "is missing: say what to convert"));
            return Optional.empty();
        }
        boolean page = source.url() != null;
        boolean feed = source.feedUrl() != null || source.postId() != null;
        boolean text = source.title() != null || source.text() != null || source.language() != null;
        if (page && !feed && !text) {
            return address("/source/url", source.url()).map(Source.Page::new);
        }
        if (feed && !page && !text) {
            return feedPost(source);
        }
        if (text && !page && !feed) {
            return text(source);
        }
        errors.add(new FieldError("/source", KINDS));
        return Optional.empty();
    }

    private Optional<Source.Requested> feedPost(ConversionRequestBody.SourceBody source) {
        Optional<URI> feed = address("/source/feedUrl", source.feedUrl());
        Optional<String> post = requiredText("/source/postId", source.postId(), MAX_POST_ID);
        return feed.flatMap(url -> post.map(id -> new Source.FeedPost(url, id)));
    }

    private Optional<Source.Requested> text(ConversionRequestBody.SourceBody source) {
        Optional<String> title = requiredText("/source/title", source.title(), MAX_TITLE);
        Optional<String> text = requiredText("/source/text", source.text(), Integer.MAX_VALUE);
        Optional<String> sent = Optional.ofNullable(source.language());
        if (sent.isPresent() && !LanguageTag.isValid(sent.get())) {
            errors.add(new FieldError("/source/language", Texts.INVALID_LANGUAGE));
        }
        Optional<String> language = sent.flatMap(LanguageTag::of);
        return title.flatMap(t -> text.map(body -> new Source.Text(t, body, language)));
    }

    private Optional<String> requiredText(String pointer, @Nullable String value, int max) {
        if (value == null || Texts.isBlank(value)) {
            errors.add(new FieldError(pointer, "is missing or empty"));
            return Optional.empty();
        }
        Optional<String> error = Texts.error(value, max);
        error.ifPresent(detail -> errors.add(new FieldError(pointer, detail)));
        return error.isPresent() ? Optional.empty() : Optional.of(value);
    }

    private Optional<URI> address(String pointer, @Nullable String value) {
        return switch (WebAddress.parse(value)) {
            case WebAddress.Valid valid -> Optional.of(valid.uri());
            case WebAddress.Invalid invalid -> {
                errors.add(new FieldError(pointer, invalid.detail()));
                yield Optional.empty();
            }
        };
    }
}
