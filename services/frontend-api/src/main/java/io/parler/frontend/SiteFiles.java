package io.parler.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The files of the web site, from the function's own archive. In pages and feeds `{{origin}}` is
/// replaced with the public origin, because feeds need absolute addresses.
public final class SiteFiles {
    private static final String ROOT = "/site";
    private static final String INDEX = "/index.html";

    /// No segment begins with a dot and nothing is percent-encoded: no path leads out of the site.
    private static final Pattern PATH = Pattern.compile("(?:/[a-z0-9][a-z0-9._-]*)*/?");

    private static final Map<String, String> CONTENT_TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "xml", "application/rss+xml; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "txt", "text/plain; charset=utf-8");

    private final String origin;
    private final Map<String, Document> cache = new ConcurrentHashMap<>();

    public SiteFiles(String origin) {
        this.origin = origin;
    }

    /// The file at a path; for a folder, with or without a slash at its end, its index.
    public Optional<Document> get(String path) {
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String type = CONTENT_TYPES.get(extension(bare));
        if (type != null && path.endsWith("/")) {
            return Optional.empty();
        }
        // Only files that exist are cached, so that unknown paths don't fill the memory.
        String file = type == null ? bare + INDEX : bare;
        Document known = cache.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Document> read = read(file);
        read.ifPresent(document -> cache.put(file, document));
        return read;
    }

    private Optional<Document> read(String file) {
        try (InputStream in = SiteFiles.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                return Optional.empty();
            }
            String extension = extension(file);
            byte[] bytes = in.readAllBytes();
            boolean template = extension.equals("html") || extension.equals("xml");
            return Optional.of(
                    Document.of(
                            CONTENT_TYPES.getOrDefault(extension, "text/plain"),
                            template ? withOrigin(bytes) : bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] withOrigin(byte[] template) {
        return new String(template, StandardCharsets.UTF_8)
                .replace("{{origin}}", origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot + 1) : "";
    }
}
