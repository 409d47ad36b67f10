package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// Says which post an entry of the library is.
final class LibraryTitle {
    private LibraryTitle() {}

    /// Its title, or its address while there is no title yet.
    static String of(JsonNode entry) {
        JsonNode source = entry.path("request").path("source");
        String feed = source.path("feedUrl").asText();
        String unknown = feed.isEmpty() ? "A post without a title" : "A post of " + feed;
        return entry.path("title").asText(entry.path("sourceUrl").asText(unknown));
    }
}
