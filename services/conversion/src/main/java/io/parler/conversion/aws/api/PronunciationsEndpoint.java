package io.parler.conversion.aws.api;

import io.parler.conversion.aws.request.PronunciationRuleBody;
import io.parler.conversion.aws.request.RequestMapping;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.speech.Pronunciations;
import io.parler.hash.ETag;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.request.PronunciationRule;
import io.parler.request.PronunciationsParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET` and `PUT /v1/pronunciations`: the pronunciation rules of an account. They are never
/// logged.
final class PronunciationsEndpoint {
    private final PronunciationStore store;

    PronunciationsEndpoint(PronunciationStore store) {
        this.store = store;
    }

    private record Body(@Nullable Object rules) {}

    Response get(Request request) {
        return response(store.get(request.caller().account()), request);
    }

    Response put(Request request) {
        List<FieldError> errors = new ArrayList<>();
        Object rules = request.body(Body.class).rules();
        if (rules == null) {
            errors.add(new FieldError("/rules", "is missing: send a list, if an empty one"));
        }
        List<PronunciationRule> valid = new PronunciationsParser(errors).parse("/rules", rules);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        Pronunciations pronunciations = RequestMapping.pronunciations(valid);
        store.put(request.caller().account(), pronunciations);
        return response(pronunciations, request);
    }

    private static Response response(Pronunciations pronunciations, Request request) {
        byte[] json = Json.bytes(PronunciationRuleBody.Rules.of(pronunciations));
        ETag etag = ETag.of(json);
        boolean unchanged = request.header("If-None-Match").filter(etag::matches).isPresent();
        Response result =
                unchanged ? Response.empty(304) : Response.of(200, "application/json", json);
        return result.header("ETag", etag.value()).header("Cache-Control", "private, no-cache");
    }
}
