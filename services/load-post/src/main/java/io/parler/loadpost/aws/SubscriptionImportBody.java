package io.parler.loadpost.aws;

import io.parler.loadpost.opml.OpmlFeed;
import io.parler.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the feeds of an OPML file, in their order.
record SubscriptionImportBody(List<FeedResult> feeds) {
    static final String ADDED = "added";
    static final String FOLLOWED = "followed";
    static final String INVALID = "invalid";

    /// What became of one.
    ///
    /// @param subscriptionId of the subscription that follows it
    /// @param problem why it can't be followed
    record FeedResult(
            String feedUrl,
            @Nullable String title,
            String status,
            @Nullable String subscriptionId,
            @Nullable ProblemBody problem) {

        static FeedResult of(OpmlFeed feed, String status, String subscription) {
            return new FeedResult(feed.feedUrl(), title(feed), status, subscription, null);
        }

        static FeedResult invalid(OpmlFeed feed, Problem problem) {
            String why =
                    problem.errors().isEmpty()
                            ? problem.detail()
                            : problem.errors().getFirst().detail();
            return new FeedResult(
                    feed.feedUrl(),
                    title(feed),
                    INVALID,
                    null,
                    new ProblemBody(problem.type(), problem.title(), why));
        }

        private static @Nullable String title(OpmlFeed feed) {
            String title = ResponseText.title(feed.title());
            return title.isEmpty() ? null : title;
        }
    }

    record ProblemBody(String type, String title, String detail) {}
}
