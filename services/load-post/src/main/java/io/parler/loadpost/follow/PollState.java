package io.parler.loadpost.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What is known of a feed from polling it.
///
/// @param dueAt when it is polled next
/// @param polledAt when the last poll began
/// @param postAt when the last new post was found
/// @param failures polls in a row that failed
/// @param problem of the last poll, if it failed
/// @param notBefore until when the site wants no request at all
/// @param postsToday how many posts were published on `day`
/// @param day in UTC
public record PollState(
        Instant dueAt,
        Optional<Instant> polledAt,
        Optional<Instant> postAt,
        int failures,
        Optional<PollProblem> problem,
        Optional<Instant> notBefore,
        int postsToday,
        LocalDate day) {

    /// A feed that was never polled.
    static PollState initial(Instant now, Instant dueAt) {
        return new PollState(
                dueAt,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                day(now));
    }

    PollState failed(
            PollProblem newProblem,
            Instant startedAt,
            Instant newDueAt,
            Optional<Instant> newNotBefore) {
        return new PollState(
                newDueAt,
                Optional.of(startedAt),
                postAt,
                failures + 1,
                Optional.of(newProblem),
                newNotBefore,
                postsToday,
                day);
    }

    /// The state after a poll that read the feed.
    ///
    /// @param posts how many were published in it
    PollState succeeded(int posts, Instant startedAt, Instant newDueAt) {
        return new PollState(
                newDueAt,
                Optional.of(startedAt),
                posts > 0 ? Optional.of(startedAt) : postAt,
                0,
                Optional.empty(),
                Optional.empty(),
                postsOn(day(startedAt)) + posts,
                day(startedAt));
    }

    /// Whether a poll that began after the request answers it.
    boolean answers(PollRequest request) {
        return polledAt.isPresent() && !polledAt.get().isBefore(request.requestedAt());
    }

    int postsOn(LocalDate other) {
        return other.equals(day) ? postsToday : 0;
    }

    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
