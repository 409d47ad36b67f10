package io.parler.local.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses a rate expression of EventBridge, such as `rate(1 minute)` or `rate(5 hours)`.
public final class ScheduleRate {
    /// The unit is singular for the value 1 only, as on AWS.
    private static final Pattern RATE =
            Pattern.compile(
                    "rate\\((?:1 (minute|hour|day)|([1-9][0-9]{0,5}) (minute|hour|day)s)\\)");

    private ScheduleRate() {}

    /// Empty for anything else, such as a cron expression.
    public static Optional<Duration> parse(String expression) {
        Matcher rate = RATE.matcher(expression.strip());
        if (!rate.matches() || "1".equals(rate.group(2))) {
            return Optional.empty();
        }
        return Optional.of(
                rate.group(1) != null
                        ? of(rate.group(1), 1)
                        : of(rate.group(3), Integer.parseInt(rate.group(2))));
    }

    private static Duration of(String unit, int value) {
        return switch (unit) {
            case "minute" -> Duration.ofMinutes(value);
            case "hour" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
        };
    }
}
