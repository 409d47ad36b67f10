package io.parler.problem;

import java.util.List;

/// What a caller is told when a request can't be fulfilled (RFC 9457). Its type is
/// `/problems/<slug>`, a page that says what to do.
///
/// One that another service sent may have a slug that [ProblemType] doesn't know yet.
public record Problem(
        int status, String slug, String title, String detail, List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type.status(), type.slug(), type.title(), detail, errors);
    }

    public static Problem invalidBody(List<FieldError> errors) {
        String detail =
                errors.size() == 1 ? "One field is wrong." : errors.size() + " fields are wrong.";
        return of(ProblemType.INVALID_BODY, detail, errors);
    }

    /// One that another service sent.
    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of());
    }

    public String type() {
        return "/problems/" + slug;
    }

    public boolean is(ProblemType type) {
        return slug.equals(type.slug());
    }
}
