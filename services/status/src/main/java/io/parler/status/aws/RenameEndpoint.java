package io.parler.status.aws;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.ConversionId;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.ConversionRenamer;
import io.parler.text.TextCharacters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `PATCH /v1/conversions/{id}`: another title.
final class RenameEndpoint {
    private static final int MAX_BODY = 10_000;

    /// As in a conversion request.
    private static final int MAX_TITLE = 500;

    private final ConversionRenamer renamer;
    private final BiFunction<ConversionId, Request, Response> current;
    private final Function<Request, Problem> notFound;
    private final Problem deleted;

    record Body(@Nullable String title) {}

    /// @param current the response with the conversion as it is now
    RenameEndpoint(
            ConversionRenamer renamer,
            BiFunction<ConversionId, Request, Response> current,
            Function<Request, Problem> notFound,
            Problem deleted) {
        this.renamer = renamer;
        this.current = current;
        this.notFound = notFound;
        this.deleted = deleted;
    }

    Response rename(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        String title = title(request.body(Body.class).title());
        Optional<ConversionId> id = ConversionId.parse(request.path("id"));
        ConversionRenamer.Outcome outcome =
                id.map(it -> renamer.rename(it, request.caller().account(), title))
                        .orElse(ConversionRenamer.Outcome.NOT_FOUND);
        return switch (outcome) {
            case RENAMED -> current.apply(id.orElseThrow(), request);
            case NOT_FOUND -> Response.of(notFound.apply(request), request);
            case DELETED -> Response.of(deleted, request);
            case NOT_COMPLETED ->
                    Response.of(
                            Problem.of(
                                    ProblemType.CONVERSION_NOT_COMPLETED,
                                    "Only a completed conversion has a title to change."),
                            request);
        };
    }

    /// On one line, without the characters that change the direction of the text around it.
    private static String title(@Nullable String sent) {
        String title =
                TextCharacters.cleaned(sent == null ? "" : sent)
                        .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .strip();
        if (title.codePoints().allMatch(RenameEndpoint::isInvisible)) {
            throw invalid("is missing or empty");
        }
        if (title.codePointCount(0, title.length()) > MAX_TITLE) {
            throw invalid("is longer than " + MAX_TITLE + " characters");
        }
        return title;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static ProblemException invalid(String why) {
        return new ProblemException(Problem.invalidBody(List.of(new FieldError("/title", why))));
    }
}
