package io.parler.postconversion;

import io.parler.id.AccountId;
import java.util.OptionalLong;

/// The account of a request, with the limits that are its own; for others the defaults hold.
public record Account(
        AccountId id, OptionalLong monthlyCharacters, OptionalLong conversionsPerMinute) {}
