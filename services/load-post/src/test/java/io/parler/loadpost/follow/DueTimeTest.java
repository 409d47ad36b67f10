package io.parler.loadpost.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.feed.UpdateHints;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimeTest {
    /// A Friday.
    private static final Instant NOW = Instant.parse("2026-11-20T21:30:00Z");

    private static final Duration PACE = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({
        "PT1H, PT10M", // a post every hour
        "P1D, PT2H24M",
        "P7D, PT16H48M",
        "P30D, P1D",
    })
    void aFeedIsPolledTenTimesForEachPost(Duration betweenPosts, Duration interval) {
        List<Instant> published =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> NOW.minus(betweenPosts.multipliedBy(i)))
                        .toList();
        assertThat(FeedPace.interval(published, NOW, NOW)).isEqualTo(interval);
    }

    @Test
    void aFeedThatFellAsleepIsPolledOnceADay() {
        List<Instant> published =
                IntStream.range(0, 10).mapToObj(i -> NOW.minus(Duration.ofDays(200 + i))).toList();
        assertThat(FeedPace.interval(published, NOW, NOW)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void withoutDatesTheTimeSinceTheLastNewPostCounts() {
        assertThat(FeedPace.interval(List.of(), NOW.minus(Duration.ofDays(5)), NOW))
                .isEqualTo(Duration.ofHours(12));
        assertThat(FeedPace.interval(List.of(NOW.plus(PACE)), NOW, NOW)).isEqualTo(PACE);
    }

    @Test
    void theFeedsTtlCountsUpToADay() {
        assertThat(DueTime.after(NOW, PACE, ttl(Duration.ofHours(3))))
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(DueTime.after(NOW, PACE, ttl(Duration.ofMinutes(1)))).isEqualTo(NOW.plus(PACE));
        assertThat(DueTime.after(NOW, PACE, ttl(Duration.ofDays(90))))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    private static UpdateHints ttl(Duration ttl) {
        return new UpdateHints(Optional.of(ttl), Set.of(), Set.of());
    }

    @Test
    void hoursAndDaysThatAFeedSkipsAreSkipped() {
        UpdateHints hints =
                new UpdateHints(
                        Optional.empty(),
                        Set.of(21, 22, 23, 0),
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(DueTime.after(NOW, PACE, hints))
                .isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void aFeedThatSkipsEverythingIsPolledAllTheSame() {
        UpdateHints hints = new UpdateHints(Optional.empty(), Set.of(), Set.of(DayOfWeek.values()));
        assertThat(DueTime.after(NOW, PACE, hints)).isEqualTo(NOW.plus(PACE));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 2026-11-20T21:32:00Z",
        "'Sat, 21 Nov 2026 00:00:00 GMT', 2026-11-21T00:00:00Z",
        "999999999, 2026-11-27T21:30:00Z", // a week at most
        "0,",
        "soon,",
        "'',",
        "'Sat, 21 Nov 2020 00:00:00 GMT',",
    })
    void retryAfterIsSecondsOrADate(String header, Instant notBefore) {
        assertThat(DueTime.notBefore(header, NOW)).isEqualTo(Optional.ofNullable(notBefore));
    }

    @Test
    void afterFailuresTheNextPollIsTheLaterOfBackoffAndRetryAfter() {
        Optional<Instant> hour = Optional.of(NOW.plus(Duration.ofHours(1)));
        assertThat(DueTime.afterFailure(NOW, 1, Optional.empty()))
                .isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(DueTime.afterFailure(NOW, 1, hour)).isEqualTo(hour.orElseThrow());
        assertThat(DueTime.afterFailure(NOW, 3, hour)).isEqualTo(NOW.plus(Duration.ofMinutes(80)));
        assertThat(DueTime.afterFailure(NOW, 1000, hour)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void theHintsAreReadFromTheFeed() {
        String xml =
                "<rss version='2.0'><channel><title>A</title><ttl>90</ttl>"
                        + "<skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>"
                        + "<skipDays><day>Sunday</day><day>Someday</day></skipDays>"
                        + "<item><title>B</title><link>https://a.example/b</link></item>"
                        + "</channel></rss>";
        FeedResult result =
                new FeedReader()
                        .read(
                                xml.getBytes(StandardCharsets.UTF_8),
                                "application/rss+xml",
                                "https://a.example/feed");
        assertThat(((FeedResult.Found) result).feed().hints())
                .isEqualTo(
                        new UpdateHints(
                                Optional.of(Duration.ofMinutes(90)),
                                Set.of(3, 0),
                                Set.of(DayOfWeek.SUNDAY)));
    }
}
