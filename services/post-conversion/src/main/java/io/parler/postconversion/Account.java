package io.parler.postconversion;

import io.parler.id.AccountId;
import io.parler.request.Visibility;
import java.util.OptionalLong;

/// The account of a request, with the limits that are its own; for others the defaults hold.
///
/// @param visibility that of a conversion whose request names none
public record Account(
        AccountId id,
        OptionalLong monthlyCharacters,
        OptionalLong conversionsPerMinute,
        Visibility visibility) {}
