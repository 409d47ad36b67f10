package io.parler.bench.scale;

import java.util.random.RandomGenerator;

/// How the requests of a day are spread over its hours: few at night, most before noon.
final class DayProfile {
    static final double DAY = 86_400;

    private static final double HOUR = 3_600;

    /// The weight of each hour (UTC); on average 1.
    private static final double[] WEIGHTS = {
        0.4, 0.3, 0.3, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5, 1.9, 2.0, 1.7,
        1.4, 1.5, 1.7, 1.6, 1.4, 1.2, 1.0, 0.8, 0.7, 0.6, 0.6, 0.5
    };

    /// The start of the hour with the most requests, in seconds of the day.
    static final double BUSIEST = 10 * HOUR;

    private final double perSecond;

    DayProfile(long conversionsPerDay) {
        this.perSecond = conversionsPerDay / DAY;
    }

    /// Requests a second at a time of the day.
    double rate(double time) {
        return perSecond * WEIGHTS[(int) (time / HOUR) % WEIGHTS.length];
    }

    /// The next arrival after a time. Arrivals are independent of each other (a Poisson process,
    /// thinned to the rate of the hour).
    double next(double time, RandomGenerator random) {
        double max = perSecond * 2;
        double next = time;
        do {
            next += -StrictMath.log(1 - random.nextDouble()) / max;
        } while (next < DAY && random.nextDouble() * max > rate(next));
        return next;
    }

    /// From when to when to simulate, so that about this many conversions arrive: the whole day, or
    /// what fits from its busiest hour on.
    Window window(long conversions) {
        if (perSecond * DAY <= conversions) {
            return new Window(0, DAY);
        }
        double length = Math.min(HOUR, conversions / rate(BUSIEST));
        return new Window(BUSIEST, BUSIEST + length);
    }

    /// A part of the day, in seconds.
    record Window(double start, double end) {
        double seconds() {
            return end - start;
        }
    }
}
