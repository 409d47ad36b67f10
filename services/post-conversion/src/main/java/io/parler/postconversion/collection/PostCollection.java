package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A collection as it is stored.
///
/// @param monthlyCap the account's own cap when the collection was requested, or approved
/// @param title the feed's; empty until it is read
/// @param quote of all posts; empty until each has one
/// @param problem why it failed
public record PostCollection(
        UUID id,
        AccountId account,
        OptionalLong monthlyCap,
        CollectionRequest request,
        Instant createdAt,
        CollectionStatus status,
        Optional<String> title,
        Optional<Price> quote,
        Optional<String> problem) {}
