package io.parler.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What every answer must be: documented for its operation, valid against its schema, never an
/// error of ours.
final class AnswerRules {
    private static final String PROBLEM = "application/problem+json";

    /// Errors of the sites that are fetched.
    private static final Set<Integer> ERRORS_OF_SITES = Set.of(502, 504);

    private AnswerRules() {}

    /// What is wrong; empty if nothing is.
    static Optional<String> fault(FuzzRequest request, RawHttpClient.RawResponse response) {
        int status = response.status();
        if (status >= 500 && !ERRORS_OF_SITES.contains(status)) {
            return Optional.of("an error of ours");
        }
        return request.operation().isPresent()
                ? documented(request.operation().get(), response)
                : ofNoOperation(response);
    }

    /// A path or a method that no operation has: API Gateway or CloudFront answer, not a service.
    private static Optional<String> ofNoOperation(RawHttpClient.RawResponse response) {
        return response.header("x-correlation-id").isEmpty()
                ? Optional.of("is no refusal").filter(_ -> response.status() < 400)
                : problem(response);
    }

    private static Optional<String> problem(RawHttpClient.RawResponse response) {
        if (response.status() < 400) {
            return Optional.empty();
        }
        if (!mediaType(response).equals(PROBLEM)) {
            return Optional.of("is no problem document but " + mediaType(response));
        }
        return first(SchemaValidator.errorsOfBody("problem", response.text()));
    }

    private static Optional<String> documented(
            ApiOperation operation, RawHttpClient.RawResponse response) {
        if (response.header("x-correlation-id").isEmpty()) {
            return Optional.of("has no correlation id");
        }
        Optional<JsonNode> described = operation.response(response.status());
        if (described.isEmpty()) {
            return Optional.of("is not documented");
        }
        JsonNode content = described.get().path("content");
        if (content.isEmpty()) {
            return response.body().length == 0
                    ? Optional.empty()
                    : Optional.of("has a body, which is not documented");
        }
        JsonNode ofType = content.path(mediaType(response));
        if (ofType.isMissingNode()) {
            return Optional.of("is not documented as " + mediaType(response));
        }
        return ofType.path("schema").has("$ref")
                ? first(SchemaValidator.errors(operation.schema(ofType), response.text()))
                : Optional.empty();
    }

    private static String mediaType(RawHttpClient.RawResponse response) {
        return response.header("content-type").split(";", 2)[0].strip();
    }

    private static Optional<String> first(List<String> errors) {
        return errors.stream().findFirst().map(error -> "is invalid: " + error);
    }
}
