package io.parler.status;

import org.jspecify.annotations.Nullable;

/// The part of a request that is shown to people while they wait.
///
/// @param language of a pasted text, where it was named
public record RequestSummary(
        String accountId,
        @Nullable String title,
        @Nullable String sourceUrl,
        @Nullable String voice,
        @Nullable String language,
        boolean isPrivate) {}
