package io.parler.loadpost.follow;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out which posts of a feed are new or edited, and publishes them, the oldest first and each
/// once.
final class NewPosts {
    /// If more of the known posts changed at once, and most of them, the feed changed its format.
    private static final int MAX_EDITS = 3;

    private final SeenPostStore store;
    private final PostPublisher publisher;

    NewPosts(SeenPostStore store, PostPublisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /// A post is published before it is stored as seen. After a crash in between it is published
    /// again, with the same id and edition, which its consumers recognise.
    ///
    /// @return how many were published
    int publish(Subscription subscription, Feed feed, Instant now) {
        return new Poll(subscription, feed, now).run();
    }

    /// One poll of a feed.
    private final class Poll {
        private final Subscription subscription;
        private final Feed feed;
        private final List<FeedPost> current;
        private final SeenPosts seen;
        private final boolean respeaks;
        private final Set<String> matched = new HashSet<>();
        private final List<SeenPost> updated = new ArrayList<>();
        private final int limit;
        private int published;

        Poll(Subscription subscription, Feed feed, Instant now) {
            this.subscription = subscription;
            this.feed = feed;
            this.current = FeedPosts.of(feed);
            this.seen = new SeenPosts(store.list(subscription.id()));
            this.respeaks = subscription.settings().respeak() && !hasNewFormat();
            this.limit =
                    subscription.settings().postsPerDay()
                            - subscription.polls().postsOn(PollState.day(now));
        }

        private boolean hasNewFormat() {
            int known = 0;
            int edited = 0;
            for (FeedPost post : current) {
                Optional<SeenPost> match = seen.find(post);
                if (match.isPresent()) {
                    known++;
                    edited += match.get().hasText(post) ? 0 : 1;
                }
            }
            return edited > MAX_EDITS && edited * 2 > known;
        }

        int run() {
            for (FeedPost post : current.reversed()) {
                Optional<SeenPost> known = seen.find(post);
                if (known.isEmpty()) {
                    unknown(post);
                } else {
                    known(post, known.get());
                }
            }
            store.put(subscription.id(), updated);
            return published;
        }

        /// One too many today is found again tomorrow.
        private void unknown(FeedPost post) {
            SeenPost first = SeenPost.first(subscription.id(), post);
            if (isOld(post.post())) {
                updated.add(first);
            } else if (published < limit) {
                publish(post, first);
            } else {
                return;
            }
            matched.add(first.id());
            seen.add(first);
        }

        /// A feed may have a post twice, with different texts: only one of them counts.
        private void known(FeedPost post, SeenPost before) {
            boolean edited = matched.add(before.id()) && !before.hasText(post);
            if (edited && respeaks) {
                if (published < limit) {
                    SeenPost next = before.nextEdition(post);
                    publish(post, next);
                    seen.add(next);
                }
                return;
            }
            SeenPost after = edited ? before.as(post) : before.withKeys(post);
            if (!after.equals(before)) {
                updated.add(after);
                seen.add(after);
            }
        }

        private boolean isOld(Post post) {
            return post.published().filter(date -> date.isBefore(subscription.since())).isPresent();
        }

        private void publish(FeedPost feedPost, SeenPost post) {
            Post source = feedPost.post();
            publisher.publish(
                    new PublishedPost(
                            subscription,
                            post.id(),
                            post.edition(),
                            feed.feedUrl(),
                            source.id(),
                            Optional.of(source.url()).filter(url -> !url.isEmpty()),
                            source.title(),
                            source.published()));
            store.put(subscription.id(), List.of(post));
            published++;
        }
    }
}
