package io.parler.postconversion.aws;

import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import io.parler.postconversion.Account;
import io.parler.postconversion.IdempotencyKey;
import io.parler.problem.ProblemException;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.Visibility;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The fields of `post.published.v1` that a conversion needs.
record PostPublishedV1(
        String accountId,
        String subscriptionId,
        String postId,
        int edition,
        SourceV1 source,
        String title,
        @Nullable String voice,
        Map<String, Object> options,
        LimitsV1 limits) {
    static final String TYPE = "post.published.v1";

    /// One of `{url}` and `{feedUrl, postId}`.
    record SourceV1(@Nullable String url, @Nullable String feedUrl, @Nullable String postId) {}

    record LimitsV1(@Nullable Long monthlyCharacters, @Nullable Long conversionsPerMinute) {}

    /// The visibility is among the options where it is not that of everybody.
    Account account() {
        return new Account(
                AccountId.of(accountId),
                optional(limits.monthlyCharacters()),
                optional(limits.conversionsPerMinute()),
                Visibility.PUBLIC);
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// The same for the same text of a post.
    IdempotencyKey key() throws UnreadableEvent {
        return IdempotencyKey.of(
                        AccountId.of(accountId), subscriptionId + "/" + postId + "/" + edition)
                .orElseThrow(() -> new UnreadableEvent("the ids make no idempotency key"));
    }

    /// It is validated as any request is.
    ConversionRequest request() throws UnreadableEvent {
        try {
            return ConversionRequest.of(
                    new ConversionRequestBody(
                            new ConversionRequestBody.SourceBody(
                                    source.url(),
                                    source.feedUrl(),
                                    source.postId(),
                                    null,
                                    null,
                                    null),
                            voice,
                            options));
        } catch (ProblemException e) {
            throw new UnreadableEvent("not a valid request: " + e.problem().errors());
        }
    }
}
