package io.parler.postconversion.usage;

import java.time.Instant;
import java.time.YearMonth;

/// What an account has used of the current month.
///
/// @param endsAt when the month ends, and the caps start again
/// @param cap the account's cap
/// @param installationCapReached whether all accounts together have reached theirs
public record MonthlyReport(
        YearMonth month, Instant endsAt, long cap, Usage usage, boolean installationCapReached) {}
