package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// An error response, or the error of a failed conversion: a problem as in RFC 9457.
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;
    private final int status;

    /// A problem that no response has, such as the reason of a failed conversion.
    ProblemException(JsonNode problem) {
        this(problem, 0);
    }

    /// @param status of the response
    ProblemException(JsonNode problem, int status) {
        super(sentence(problem));
        this.type = problem.path("type").asText();
        this.status = status;
    }

    /// Whether the same request may succeed soon.
    boolean isTransient() {
        return status >= 500 || status == 429;
    }

    boolean is(String slug) {
        return type.endsWith("/" + slug);
    }

    String type() {
        return type;
    }

    private static String sentence(JsonNode problem) {
        String title = problem.path("title").asText("The request failed without a reason");
        StringBuilder sentence = new StringBuilder(title);
        String detail = problem.path("detail").asText();
        if (!detail.isEmpty()) {
            sentence.append(": ").append(detail);
        }
        for (JsonNode error : problem.path("errors")) {
            sentence.append(" (")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText())
                    .append(')');
        }
        return sentence.toString();
    }
}
