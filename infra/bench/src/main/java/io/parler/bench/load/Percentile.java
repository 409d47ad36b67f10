package io.parler.bench.load;

import java.util.List;

/// Percentiles of sorted values.
final class Percentile {
    private Percentile() {}

    /// The smallest value that so many per cent of the values don't exceed; 0 of none.
    static long of(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(0, rank - 1));
    }
}
