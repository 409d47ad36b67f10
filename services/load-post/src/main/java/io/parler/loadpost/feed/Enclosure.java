package io.parler.loadpost.feed;

/// A file that belongs to a post: most often the sound of an episode.
///
/// @param type a media type, or empty
/// @param bytes how long it says it is, or 0
public record Enclosure(String url, String type, long bytes) {
    boolean isImage() {
        return type.startsWith("image/");
    }
}
