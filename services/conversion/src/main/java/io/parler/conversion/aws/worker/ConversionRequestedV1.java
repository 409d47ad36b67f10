package io.parler.conversion.aws.worker;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.aws.request.RequestMapping;
import io.parler.conversion.job.Job;
import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import io.parler.language.LanguageTag;
import io.parler.problem.FieldError;
import io.parler.request.OptionsParser;
import io.parler.request.RequestOptions;
import io.parler.request.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.requested.v1` that this service uses. Only this service sets
/// `priorAttempts`: it keeps counting attempts when a job is continued in another run.
record ConversionRequestedV1(
        @Nullable String accountId,
        @Nullable Source source,
        @Nullable String voice,
        @Nullable Map<String, Object> options,
        @Nullable Integer priorAttempts) {
    static final String TYPE = "conversion.requested.v1";

    record Source(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String textKey,
            @Nullable String language) {}

    Job job(String id, int receiveCount) throws UnreadableEvent {
        if (accountId == null || source == null) {
            throw new UnreadableEvent("the event has no account or no source");
        }
        RequestOptions valid = options(options);
        try {
            return new Job(
                    id,
                    AccountId.of(accountId),
                    source(source),
                    Optional.ofNullable(voice),
                    RequestMapping.options(valid),
                    valid.timing(),
                    valid.visibility().orElse(Visibility.PUBLIC),
                    Objects.requireNonNullElse(priorAttempts, 0) + receiveCount);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("the event has no valid job: " + e.getMessage());
        }
    }

    /// Throws only for a broken event: the options were validated when the request was accepted.
    private static RequestOptions options(@Nullable Map<String, Object> json)
            throws UnreadableEvent {
        List<FieldError> errors = new ArrayList<>();
        RequestOptions options = new OptionsParser(errors).parse(json);
        if (!errors.isEmpty()) {
            throw new UnreadableEvent("an option is invalid: " + errors.getFirst().pointer());
        }
        return options;
    }

    private static ArticleSource source(Source source) throws UnreadableEvent {
        Optional<String> language = Optional.ofNullable(source.language()).flatMap(LanguageTag::of);
        if (source.url() != null) {
            return new ArticleSource.Page(source.url());
        }
        if (source.feedUrl() != null && source.postId() != null) {
            return new ArticleSource.FeedPost(source.feedUrl(), source.postId());
        }
        if (source.title() != null && source.text() != null) {
            return new ArticleSource.PastedText(source.title(), source.text(), language);
        }
        if (source.title() != null && source.textKey() != null) {
            return new ArticleSource.StoredText(source.title(), source.textKey(), language);
        }
        throw new UnreadableEvent("the event has no source");
    }
}
