package io.parler.loadpost.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a feed wants to be read again: `ttl`, `skipHours` and `skipDays` of RSS 2.0. The hours and
/// days are in UTC.
///
/// @param ttl how long it may be stored; empty if the feed doesn't say
public record UpdateHints(
        Optional<Duration> ttl, Set<Integer> skippedHours, Set<DayOfWeek> skippedDays) {
    public static final UpdateHints NONE = new UpdateHints(Optional.empty(), Set.of(), Set.of());

    /// A longer number is a mistake, and none that a time can hold.
    private static final int MAX_DIGITS = 6;

    public UpdateHints {
        skippedHours = Set.copyOf(skippedHours);
        skippedDays = Set.copyOf(skippedDays);
    }

    static UpdateHints of(FeedElement channel) {
        return new UpdateHints(
                number(channel.first("ttl"))
                        .filter(minutes -> minutes > 0)
                        .map(Duration::ofMinutes),
                items(channel, "skiphours", "hour")
                        .flatMap(text -> number(text).stream())
                        // Hour 24 is that of midnight in feeds of the 0.91 time.
                        .map(hour -> hour == 24 ? 0 : hour)
                        .filter(hour -> hour < 24)
                        .collect(Collectors.toSet()),
                items(channel, "skipdays", "day")
                        .flatMap(text -> day(text).stream())
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> items(FeedElement channel, String list, String item) {
        return channel.all(list).flatMap(all -> all.all(item)).map(FeedElement::text);
    }

    private static Optional<Integer> number(String text) {
        return !text.isEmpty()
                        && text.length() <= MAX_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
