package io.parler.frontend.aws;

import io.parler.frontend.Document;
import io.parler.frontend.Pages;
import io.parler.frontend.Site;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.Problem;
import java.util.Map;
import java.util.Optional;

/// Documents as HTTP: tags, how long caches may keep them, and what a page is allowed to do.
final class SitePages {
    private static final String PROBLEMS = "/problems";

    private final Site site;
    private final Pages pages;
    private final Map<String, String> security;

    SitePages(Site site, Pages pages, String origin) {
        this.site = site;
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

    /// Code and styles from this site only and none of it inline; pictures from anywhere, since
    /// the posts' own stand elsewhere; audio and player also where the public origin says they are.
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

    /// Also the answer to HEAD: the gateway leaves the body out and keeps its length (RFC 9110,
    /// 9.3.2).
    Response get(Request request) {
        String path = request.rawPath();
        if (path.startsWith("/v1/")) {
            return Response.of(
                    Problem.of(404, "not-found", "There is nothing at that address", "No " + path),
                    request);
        }
        return find(path)
                .map(document -> answer(document, request))
                .orElseGet(() -> secured(404, pages.nothingHere()));
    }

    private Optional<Document> find(String path) {
        if (path.equals(PROBLEMS) || path.equals(PROBLEMS + "/")) {
            return Optional.of(pages.problems());
        }
        if (path.startsWith(PROBLEMS + "/")) {
            return pages.problem(path.substring(PROBLEMS.length() + 1));
        }
        return site.find(path);
    }

    private Response answer(Document document, Request request) {
        boolean known = request.header("If-None-Match").filter(document::isNamedBy).isPresent();
        Response response =
                known
                        ? secured(304, new Document(document.contentType(), new byte[0], ""))
                        : secured(200, document);
        return response.header("ETag", document.etag())
                .header("Cache-Control", cacheControl(document.contentType()));
    }

    /// Names of files stay the same when their content changes, so all but pictures are asked for
    /// again each time, which costs a 304.
    private static String cacheControl(String contentType) {
        return contentType.startsWith("image/") ? "public, max-age=86400" : "no-cache";
    }

    private Response secured(int status, Document document) {
        Response response = Response.of(status, document.contentType(), document.bytes());
        for (Map.Entry<String, String> header : security.entrySet()) {
            response = response.header(header.getKey(), header.getValue());
        }
        return response;
    }
}
