package io.parler.conversion.aws.request;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.preparation.Commission;
import io.parler.conversion.preparation.Timing;
import io.parler.conversion.script.Options;
import io.parler.http.Request;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a conversion that is asked about before it is asked for; checks it as post-conversion
// does.
public final class AskedConversion {
    private static final int MOST_BYTES = 1_048_576;

    private AskedConversion() {}

    public static Commission of(Request request) {
        int bytes = request.bodyBytes().length;
        if (bytes > MOST_BYTES) {
            throw tooLarge("It has " + bytes + " bytes; " + MOST_BYTES + " are the most.");
        }
        ScriptBody body = request.body(ScriptBody.class);
        List<FieldError> errors = new ArrayList<>();
        Optional<ArticleSource.Loadable> source = body.given(errors);
        OptionsBody reader = new OptionsBody(errors);
        Options options = reader.options(body.options());
        Timing timing = reader.timing(body.options());
        if (source.isPresent() && source.get() instanceof ArticleSource.PastedText text) {
            limit(text.text());
        }
        if (source.isEmpty() || !errors.isEmpty()) {
            throw new ProblemException(Refusals.invalidBody(errors));
        }
        return new Commission(
                request.accountId(),
                source.get(),
                Optional.ofNullable(body.voice()),
                options,
                timing);
    }

    private static void limit(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters > ScriptBody.LONGEST_TEXT) {
            throw tooLarge(
                    "The text has "
                            + characters
                            + " characters; "
                            + ScriptBody.LONGEST_TEXT
                            + " at most.");
        }
    }

    private static ProblemException tooLarge(String detail) {
        return new ProblemException(
                Problem.of(413, "body-too-large", "The body is too large", detail));
    }
}
