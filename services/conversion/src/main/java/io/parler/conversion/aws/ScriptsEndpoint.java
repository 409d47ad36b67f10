package io.parler.conversion.aws;

import io.parler.conversion.Job;
import io.parler.conversion.Scripts;
import io.parler.conversion.script.Options;
import io.parler.http.FieldError;
import io.parler.http.Problem;
import io.parler.http.ProblemException;
import io.parler.http.Request;
import io.parler.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// `POST /v1/scripts`: what would be said, before anything is spoken.
final class ScriptsEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ScriptsEndpoint.class);
    private static final int MOST_BYTES = 1_048_576;

    private final Scripts scripts;

    ScriptsEndpoint(Scripts scripts) {
        this.scripts = scripts;
    }

    Response post(Request request) throws InterruptedException {
        int bytes = request.bodyBytes().length;
        if (bytes > MOST_BYTES) {
            throw tooLarge("It has " + bytes + " bytes; " + MOST_BYTES + " are the most.");
        }
        ScriptBody body = request.body(ScriptBody.class);
        List<FieldError> errors = new ArrayList<>();
        Optional<Job.Source.Given> source = body.given(errors);
        Options options = new OptionsBody(errors).options(body.options());
        if (source.isPresent() && source.get() instanceof Job.Source.Text text) {
            limit(text.text());
        }
        if (source.isEmpty() || !errors.isEmpty()) {
            throw new ProblemException(Refusals.invalidBody(errors));
        }
        return answer(request, source.get(), Optional.ofNullable(body.voice()), options);
    }

    private Response answer(
            Request request, Job.Source.Given source, Optional<String> voice, Options options)
            throws InterruptedException {
        try {
            return switch (scripts.preview(request.accountId(), source, voice, options)) {
                case Scripts.Preview.Refused refused ->
                        Response.of(Refusals.of(refused.problem()), request);
                case Scripts.Preview.Written written ->
                        Response.json(200, ScriptJson.of(written.article(), written.script()))
                                .header("Cache-Control", "no-store");
            };
        } catch (SdkException | LoadPostUnavailable e) {
            log.atError().setCause(e).log("no script: an outage");
            return Refusals.unavailable(request);
        }
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
