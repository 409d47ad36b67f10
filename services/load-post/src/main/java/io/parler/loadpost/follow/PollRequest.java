package io.parler.loadpost.follow;

import java.time.Instant;

/// Asks for a poll of a feed.
///
/// @param requestedAt a poll that began later answers the request
/// @param changed whether the blog said that it has changed: its site is asked even if what is
///     cached is still fresh
public record PollRequest(SubscriptionId subscription, Instant requestedAt, boolean changed) {}
