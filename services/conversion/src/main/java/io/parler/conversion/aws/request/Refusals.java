package io.parler.conversion.aws.request;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import java.util.List;

/// The problems the API answers with, as contracts/problems.json lists them.
public final class Refusals {
    private Refusals() {}

    public static Problem of(io.parler.conversion.Problem problem) {
        return Problem.of(problem.status(), problem.slug(), problem.title(), problem.detail());
    }

    public static Problem invalidBody(List<FieldError> errors) {
        return new Problem(
                422,
                "invalid-body",
                "The body is not as it should be",
                errors.size() == 1 ? "One field is wrong." : errors.size() + " fields are wrong.",
                errors);
    }

    public static Response unavailable(Request request) {
        Problem problem =
                Problem.of(
                        503,
                        "unavailable",
                        "Not available right now",
                        "Send the same request again in a few seconds.");
        return Response.of(problem, request).header("Retry-After", "5");
    }
}
