package io.parler.loadpost.aws;

import io.parler.loadpost.follow.PollProblem;
import io.parler.loadpost.follow.PollState;
import io.parler.loadpost.follow.Subscription;
import io.parler.loadpost.follow.SubscriptionSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A subscription as the API answers it.
///
/// @param hookUrl only where the hook is new
record SubscriptionBody(
        String id,
        String feedUrl,
        String title,
        @Nullable String voice,
        Map<String, Object> options,
        boolean respeak,
        int postsPerDay,
        boolean paused,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant nextPollAt,
        @Nullable Instant lastPollAt,
        @Nullable Instant lastPostAt,
        @Nullable ProblemOfPollBody problem,
        @Nullable String hookUrl) {

    /// Why the last poll failed.
    record ProblemOfPollBody(String type, String title, String detail, int failures) {
        static ProblemOfPollBody of(PollProblem problem, int failures) {
            return new ProblemOfPollBody(
                    problem.type().path(), problem.type().title(), problem.detail(), failures);
        }
    }

    /// The body of `GET /v1/subscriptions`.
    record ListBody(List<SubscriptionBody> subscriptions) {
        static ListBody of(List<Subscription> subscriptions) {
            return new ListBody(
                    subscriptions.stream()
                            .map(subscription -> SubscriptionBody.of(subscription, null))
                            .toList());
        }
    }

    static SubscriptionBody of(Subscription subscription, @Nullable String hookUrl) {
        SubscriptionSettings settings = subscription.settings();
        PollState polls = subscription.polls();
        return new SubscriptionBody(
                subscription.id().value(),
                subscription.feedUrl(),
                ResponseText.title(subscription.title()),
                settings.voice().orElse(null),
                settings.options().json(),
                settings.respeak(),
                settings.postsPerDay(),
                settings.paused(),
                subscription.createdAt(),
                subscription.updatedAt(),
                settings.paused() ? null : second(Optional.of(polls.dueAt())),
                second(polls.polledAt()),
                second(polls.postAt()),
                polls.problem()
                        .map(problem -> ProblemOfPollBody.of(problem, polls.failures()))
                        .orElse(null),
                hookUrl);
    }

    private static @Nullable Instant second(Optional<Instant> time) {
        return time.map(it -> it.truncatedTo(ChronoUnit.SECONDS)).orElse(null);
    }
}
