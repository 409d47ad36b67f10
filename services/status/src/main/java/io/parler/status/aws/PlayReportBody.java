package io.parler.status.aws;

import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.plays.PlayReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/conversions/{id}/plays`.
record PlayReportBody(
        @Nullable Boolean started,
        @Nullable List<@Nullable Integer> tenths,
        @Nullable Integer seconds) {
    private static final int MAX_SECONDS = 86_400;

    /// The report.
    ///
    /// @throws ProblemException when a field is invalid
    PlayReport toDomain() {
        List<FieldError> errors = new ArrayList<>();
        Set<Integer> heard = new LinkedHashSet<>();
        List<@Nullable Integer> given = Objects.requireNonNullElse(tenths, List.of());
        for (int i = 0; i < given.size(); i++) {
            Integer tenth = given.get(i);
            if (tenth == null || !PlayReport.isTenth(tenth)) {
                errors.add(new FieldError("/tenths/" + i, "must be a number from 0 to 9"));
            } else {
                heard.add(tenth);
            }
        }
        int played = Objects.requireNonNullElse(seconds, 0);
        if (played < 0 || played > MAX_SECONDS) {
            errors.add(new FieldError("/seconds", "must be from 0 to " + MAX_SECONDS));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_BODY, "The report is invalid.", errors));
        }
        return new PlayReport(Boolean.TRUE.equals(started), heard, played);
    }
}
