package io.parler.postconversion.collection;

import java.util.Map;
import java.util.Optional;

/// What a collection is to convert.
///
/// @param latest how many posts, the newest first
/// @param options those of each conversion request
public record CollectionRequest(
        String feedUrl, int latest, Optional<String> voice, Map<String, Object> options) {
    public static final int MAX_POSTS = 500;

    public CollectionRequest {
        options = Map.copyOf(options);
    }
}
