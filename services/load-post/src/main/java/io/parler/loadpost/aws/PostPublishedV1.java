package io.parler.loadpost.aws;

import io.parler.loadpost.follow.AccountLimits;
import io.parler.loadpost.follow.PublishedPost;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The data of `post.published.v1`.
record PostPublishedV1(
        String accountId,
        String subscriptionId,
        String postId,
        int edition,
        SourceV1 source,
        String title,
        @Nullable Instant publishedAt,
        @Nullable String voice,
        Map<String, Object> options,
        LimitsV1 limits) {
    static final String TYPE = "post.published.v1";

    /// One of `{url}` and `{feedUrl, postId}`.
    record SourceV1(@Nullable String url, @Nullable String feedUrl, @Nullable String postId) {}

    record LimitsV1(@Nullable Long monthlyCharacters, @Nullable Long conversionsPerMinute) {
        static LimitsV1 of(AccountLimits limits) {
            return new LimitsV1(
                    orNull(limits.monthlyCharacters()), orNull(limits.conversionsPerMinute()));
        }

        private static @Nullable Long orNull(OptionalLong value) {
            return value.isPresent() ? (Long) value.getAsLong() : null;
        }
    }

    static PostPublishedV1 of(PublishedPost post) {
        return new PostPublishedV1(
                post.subscription().account().value(),
                post.subscription().id().value(),
                post.postId(),
                post.edition(),
                post.url()
                        .map(url -> new SourceV1(url, null, null))
                        .orElseGet(
                                () ->
                                        new SourceV1(
                                                null,
                                                post.feedUrl(),
                                                ResponseText.text(post.feedPostId()))),
                ResponseText.title(post.title()),
                post.published().orElse(null),
                post.subscription().settings().voice().orElse(null),
                post.subscription().settings().options().json(),
                LimitsV1.of(post.subscription().limits()));
    }
}
