package io.parler.loadpost.follow;

import io.parler.id.AccountId;
import java.time.Instant;

/// A feed that an account follows.
///
/// @param feedUrl the feed's address when the subscription was created
/// @param title the feed's
/// @param since posts that are not known and older than this are old ones, which came into the
///     feed later: they are not converted
/// @param hookHash the SHA-256 of the secret in the address that the blog calls
public record Subscription(
        SubscriptionId id,
        AccountId account,
        String feedUrl,
        String title,
        SubscriptionSettings settings,
        AccountLimits limits,
        Instant since,
        String hookHash,
        Instant createdAt,
        Instant updatedAt,
        PollState polls) {

    Subscription with(SubscriptionSettings changed, AccountLimits newLimits, Instant now) {
        return new Subscription(
                id, account, feedUrl, title, changed, newLimits, since, hookHash, createdAt, now,
                polls);
    }

    Subscription withHook(String newHash, Instant now) {
        return new Subscription(
                id, account, feedUrl, title, settings, limits, since, newHash, createdAt, now,
                polls);
    }
}
