package io.parler.frontend.podcast.artwork;

import io.parler.frontend.podcast.PodcastSettings;
import io.parler.hash.Sha256;

/// What the picture of a show is drawn from.
///
/// @param color `#` and six hexadecimal digits
public record Artwork(String title, String color) {
    /// Increase it when the same show would be drawn differently.
    private static final String DRAWING = "1";

    private static final int VERSION_LENGTH = 16;

    public static Artwork of(PodcastSettings settings) {
        return new Artwork(settings.title(), settings.color());
    }

    /// Another one for every other picture, so that it can be cached for ever.
    public String version() {
        return Sha256.hexOfAll(DRAWING, title, color).substring(0, VERSION_LENGTH);
    }

    int rgb() {
        return Integer.parseInt(color.substring(1), 16);
    }
}
