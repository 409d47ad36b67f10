package io.parler.status.aws;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.ConversionId;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.plays.PlayCounter;
import io.parler.status.plays.PlayFigures;
import io.parler.status.plays.PlayReport;
import io.parler.status.plays.PlayStore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What players report of their listeners, and the figures of it for the account.
final class PlaysEndpoint {
    private static final int MAX_BODY = 1024;
    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 366;

    private final PlayCounter counter;
    private final PlayStore plays;

    PlaysEndpoint(PlayCounter counter, PlayStore plays) {
        this.counter = counter;
        this.plays = plays;
    }

    /// `POST /v1/conversions/{id}/plays`. A browser that asks not to be tracked is not counted.
    Response report(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        PlayReport report = request.body(PlayReportBody.class).toDomain();
        boolean known =
                ConversionId.parse(request.path("id"))
                        .filter(id -> asksNotToBeCounted(request) || counter.count(id, report))
                        .isPresent();
        Response response =
                known
                        ? Response.empty(204)
                        : Response.of(
                                Problem.of(
                                        ProblemType.CONVERSION_NOT_FOUND,
                                        "No recording that everybody may hear has the id '"
                                                + request.path("id")
                                                + "'."),
                                request);
        return response.header("Cache-Control", "no-store");
    }

    /// Global Privacy Control, section 3 (`Sec-GPC: 1`), or Do Not Track, section 6 (`DNT: 1`).
    private static boolean asksNotToBeCounted(Request request) {
        return request.header("Sec-GPC").filter("1"::equals).isPresent()
                || request.header("DNT").filter("1"::equals).isPresent();
    }

    /// `GET /v1/plays`.
    Response figures(Request request) {
        LocalDate last = day(request, "to").orElseGet(counter::today);
        LocalDate first = day(request, "from").orElseGet(() -> last.minusDays(DEFAULT_DAYS - 1L));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "From "
                            + first
                            + " to "
                            + last
                            + " is not a period of 1 to "
                            + MAX_DAYS
                            + " days.");
        }
        PlayFigures figures =
                PlayFigures.of(first, last, plays.list(request.caller().account(), first, last));
        return Response.json(200, PlaysResponse.of(first, last, figures))
                .header("Cache-Control", "no-store");
    }

    private static Optional<LocalDate> day(Request request, String name) {
        try {
            return request.query(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "The query parameter '" + name + "' is not a day such as 2026-11-28.");
        }
    }
}
