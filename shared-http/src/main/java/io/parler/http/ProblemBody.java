package io.parler.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import java.util.List;

/// The body of a problem, its members in the order of RFC 9457; `errors` only if there are any.
///
/// @param instance the id of the request
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
    static ProblemBody of(Problem problem, String requestId) {
        return new ProblemBody(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                requestId,
                problem.errors());
    }
}
