package io.parler.loadpost.follow;

import java.util.OptionalLong;

/// An account's own limits for conversions, as they were when it last changed the subscription. An
/// absent one is the service's default.
public record AccountLimits(OptionalLong monthlyCharacters, OptionalLong conversionsPerMinute) {}
