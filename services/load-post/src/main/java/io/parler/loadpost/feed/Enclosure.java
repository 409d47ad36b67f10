package io.parler.loadpost.feed;

/// A file attached to a post, usually the audio of an episode.
///
/// @param type a media type, or empty
/// @param bytes the size the feed states, or 0
public record Enclosure(String url, String type, long bytes) {
    boolean isImage() {
        return type.startsWith("image/");
    }
}
