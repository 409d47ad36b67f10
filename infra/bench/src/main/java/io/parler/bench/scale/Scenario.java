package io.parler.bench.scale;

/// What is simulated.
///
/// @param conversionsPerDay requested on an average day
/// @param accounts that request them
/// @param skew of the sizes of accounts (Zipf): 0 makes all equal, 1 gives the second half of the
///     first
/// @param chunks of a post, the median
/// @param plays of each conversion
/// @param watched the share of conversions whose page is open until they end
/// @param voice the quota of the voice provider
/// @param workers how many conversions are worked on at once
/// @param callsPerWorker calls that one worker starts in a second
/// @param lambdaConcurrency executions of all functions at once
/// @param seed of all random numbers
record Scenario(
        long conversionsPerDay,
        int accounts,
        double skew,
        double chunks,
        double plays,
        double watched,
        Voice voice,
        int workers,
        int callsPerWorker,
        int lambdaConcurrency,
        long seed) {
    Scenario {
        if (conversionsPerDay < 1 || accounts < 1 || workers < 1 || callsPerWorker < 1) {
            throw new IllegalArgumentException("a count must be at least 1");
        }
        if (skew < 0 || chunks < 1 || plays < 0 || watched < 0 || watched > 1) {
            throw new IllegalArgumentException("skew, chunks, plays or watched is out of range");
        }
    }

    /// A voice provider.
    ///
    /// @param callsPerSecond all workers together
    /// @param callsInFlight all workers together
    /// @param seconds of one call
    record Voice(double callsPerSecond, int callsInFlight, double seconds) {}
}
