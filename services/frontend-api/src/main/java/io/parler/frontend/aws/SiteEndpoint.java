package io.parler.frontend.aws;

import io.parler.frontend.Document;
import io.parler.frontend.ProblemPages;
import io.parler.frontend.SiteFiles;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import java.util.Map;
import java.util.Optional;

/// Answers with the documents of the site: their ETags, how long caches store them, and what a page
/// may do.
final class SiteEndpoint {
    private static final String PROBLEMS = "/problems";

    private final SiteFiles files;
    private final ProblemPages pages;
    private final Map<String, String> security;

    SiteEndpoint(SiteFiles files, ProblemPages pages, String origin) {
        this.files = files;
        this.pages = pages;
        this.security =
                Map.of(
                        "Content-Security-Policy",
                        contentSecurityPolicy(origin),
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "strict-origin-when-cross-origin",
                        "Cross-Origin-Opener-Policy",
                        "same-origin");
    }

    /// Scripts and styles from this site only and none of them inline; pictures from anywhere,
    /// because posts have theirs on other sites; audio and player from the public origin too.
    private static String contentSecurityPolicy(String origin) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: https: http:",
                "connect-src 'self'",
                "media-src 'self' " + origin,
                "frame-src 'self' " + origin,
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    /// Answers HEAD too: the gateway leaves the body out and keeps its length (RFC 9110, section
    /// 9.3.2).
    Response get(Request request) {
        String path = request.rawPath();
        if (path.startsWith("/v1/")) {
            return Response.of(Problem.of(ProblemType.NOT_FOUND, "No " + path), request);
        }
        return document(path)
                .map(document -> response(document, request))
                .orElseGet(this::notFound);
    }

    private Response notFound() {
        Document page = pages.notFound();
        return secured(404, page.contentType(), page.bytes());
    }

    private Optional<Document> document(String path) {
        if (path.equals(PROBLEMS) || path.equals(PROBLEMS + "/")) {
            return Optional.of(pages.list());
        }
        if (path.startsWith(PROBLEMS + "/")) {
            return pages.problem(path.substring(PROBLEMS.length() + 1));
        }
        return files.get(path);
    }

    private Response response(Document document, Request request) {
        Response response =
                request.has(document.etag())
                        ? secured(304, document.contentType(), new byte[0])
                        : secured(200, document.contentType(), document.bytes());
        return response.header("ETag", document.etag().value())
                .header("Cache-Control", cacheControl(document.contentType()));
    }

    /// A file keeps its name when its content changes, so all but pictures are validated each time,
    /// which costs a 304.
    private static String cacheControl(String contentType) {
        return contentType.startsWith("image/") ? "public, max-age=86400" : "no-cache";
    }

    private Response secured(int status, String contentType, byte[] body) {
        Response response = Response.of(status, contentType, body);
        for (Map.Entry<String, String> header : security.entrySet()) {
            response = response.header(header.getKey(), header.getValue());
        }
        return response;
    }
}
