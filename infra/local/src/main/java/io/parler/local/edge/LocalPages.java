package io.parler.local.edge;

import io.parler.local.trace.TracePages;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Serves the pages about the running suite, which a distribution on AWS doesn't have.
final class LocalPages {
    private final TracePages pages;

    LocalPages(TracePages pages) {
        this.pages = pages;
    }

    static boolean has(String path) {
        return path.equals(TracePages.ROOT) || path.startsWith(TracePages.ROOT + "/");
    }

    Response answer(Request request, String path) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return EdgeProblem.response(
                    405, "These pages can only be read.", request.correlationId());
        }
        Map<String, String> query;
        try {
            query = HttpApiEvent.query(request.rawQuery());
        } catch (IllegalArgumentException e) {
            return EdgeProblem.response(
                    400, "The query has an invalid percent-encoding.", request.correlationId());
        }
        return pages.get(path, query)
                .map(LocalPages::response)
                .orElseGet(
                        () ->
                                EdgeProblem.response(
                                        404, "There is no such page.", request.correlationId()));
    }

    private static Response response(TracePages.Page page) {
        return Response.of(
                200,
                List.of(
                        Map.entry("Content-Type", page.type()),
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("Content-Security-Policy", "default-src 'self'; img-src data:"),
                        Map.entry("X-Content-Type-Options", "nosniff"),
                        Map.entry("X-Frame-Options", "DENY")),
                page.body());
    }
}
