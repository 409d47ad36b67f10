package io.parler.status;

import org.jspecify.annotations.Nullable;

/// The part of a request that is shown to people while they wait.
public record RequestSummary(
        String accountId,
        @Nullable String title,
        @Nullable String sourceUrl,
        @Nullable String voice,
        boolean isPrivate) {}
