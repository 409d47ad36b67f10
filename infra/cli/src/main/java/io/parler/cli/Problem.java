package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// The suite refused a request, or a conversion failed: a problem as in RFC 9457.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    Problem(JsonNode problem) {
        super(sentence(problem));
        this.type = problem.path("type").asText();
    }

    boolean is(String slug) {
        return type.endsWith("/" + slug);
    }

    String type() {
        return type;
    }

    private static String sentence(JsonNode problem) {
        String title = problem.path("title").asText("The suite refused, without saying why");
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
