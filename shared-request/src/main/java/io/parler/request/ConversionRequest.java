package io.parler.request;

import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A valid request for a conversion.
///
/// @param voice empty: one that speaks the article's language is chosen
public record ConversionRequest(
        Source.Requested source, Optional<String> voice, RequestOptions options) {
    private static final int MAX_VOICE = 64;

    /// Validates a body.
    ///
    /// @throws ProblemException 422 with every invalid field, or 413 when the text is too long
    public static ConversionRequest of(ConversionRequestBody body) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Source.Requested> source = new SourceParser(errors).parse(body.source());
        Optional<String> voice = voice(body.voice(), errors);
        RequestOptions options = new OptionsParser(errors).parse(body.options());
        if (source.isPresent() && source.get() instanceof Source.Text text) {
            requireLength(text);
        }
        if (source.isEmpty() || !errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        return new ConversionRequest(source.get(), voice, options);
    }

    /// Validates the voice of a request; every error is added to `errors`.
    public static Optional<String> voice(@Nullable String voice, List<FieldError> errors) {
        if (voice != null && (Texts.isBlank(voice) || Texts.length(voice) > MAX_VOICE)) {
            errors.add(
                    new FieldError(
                            "/voice", "must be the id of a voice; GET /v1/voices lists them"));
        }
        return Optional.ofNullable(voice);
    }

    private static void requireLength(Source.Text text) {
        if (text.characters() > Source.Text.MAX_CHARACTERS) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    "The text has "
                            + text.characters()
                            + " characters; "
                            + Source.Text.MAX_CHARACTERS
                            + " at most.");
        }
    }
}
