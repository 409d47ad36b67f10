package io.parler.bench.convert;

import java.time.Duration;

/// The least time that a voice's quota and latency allow.
///
/// @param calls how many are needed
/// @param perSecond that may begin in any second
/// @param inFlight that may be under way at once
/// @param latency of one call
record LowerBound(int calls, int perSecond, int inFlight, Duration latency) {
    static final String FORMULA =
            "max(floor((calls - 1) / rate) s + latency, ceil(calls / in flight) x latency)";

    Duration time() {
        Duration byRate = Duration.ofSeconds((calls - 1) / perSecond).plus(latency);
        Duration byFlight = latency.multipliedBy((calls + inFlight - 1) / inFlight);
        return byRate.compareTo(byFlight) > 0 ? byRate : byFlight;
    }
}
