package io.parler.status;

import org.jspecify.annotations.Nullable;

/// What a conversion's request says that people want to see while they wait.
public record RequestSummary(
        String accountId,
        @Nullable String title,
        @Nullable String sourceUrl,
        @Nullable String voice) {}
