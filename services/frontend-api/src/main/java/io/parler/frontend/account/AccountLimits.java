package io.parler.frontend.account;

import java.util.OptionalLong;

/// An account's own limits; where one is absent, the default of the installation counts.
public record AccountLimits(
        OptionalLong monthlyCharacters,
        OptionalLong conversionsPerMinute,
        OptionalLong pagesPerMinute) {
    public static final AccountLimits NONE =
            new AccountLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public AccountLimits withMonthlyCharacters(long characters) {
        return new AccountLimits(OptionalLong.of(characters), conversionsPerMinute, pagesPerMinute);
    }
}
