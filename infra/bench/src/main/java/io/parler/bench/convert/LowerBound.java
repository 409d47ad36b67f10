package io.parler.bench.convert;

import java.time.Duration;

/// The minimum time of a conversion, given the provider's rate limit and latency.
///
/// @param calls the number of calls
/// @param perSecond calls allowed per second
/// @param inFlight calls allowed at the same time
/// @param latency of a call
record LowerBound(int calls, int perSecond, int inFlight, Duration latency) {
    static final String FORMULA =
            "max(floor((calls - 1) / rate) s + latency, ceil(calls / in flight) x latency)";

    Duration time() {
        Duration byRate = Duration.ofSeconds((calls - 1) / perSecond).plus(latency);
        Duration byInFlight = latency.multipliedBy((calls + inFlight - 1) / inFlight);
        return byRate.compareTo(byInFlight) > 0 ? byRate : byInFlight;
    }
}
