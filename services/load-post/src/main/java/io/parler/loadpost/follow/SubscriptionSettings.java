package io.parler.loadpost.follow;

import io.parler.request.RequestOptions;
import java.util.Optional;

/// What the owner of a subscription decides about it.
///
/// @param voice empty: one that speaks the post's language is chosen
/// @param options those of each conversion request
/// @param respeak whether an edited post is converted again
/// @param postsPerDay how many posts are converted in a day (UTC) at most; the others wait
/// @param paused whether the feed is left alone
public record SubscriptionSettings(
        Optional<String> voice,
        RequestOptions options,
        boolean respeak,
        int postsPerDay,
        boolean paused) {
    public static final int DEFAULT_POSTS_PER_DAY = 10;
    public static final int MAX_POSTS_PER_DAY = 100;
}
