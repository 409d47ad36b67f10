package io.parler.status;

import org.jspecify.annotations.Nullable;

/// What was asked for, as far as people want to see it while they wait.
public record Asked(
        String accountId,
        @Nullable String title,
        @Nullable String sourceUrl,
        @Nullable String voice) {}
