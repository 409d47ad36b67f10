package io.parler.frontend.podcast;

import io.parler.id.RandomText;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A show's id: in the feed's address for ever, and not to be guessed.
public record PodcastId(String value) {
    private static final Pattern VALID = Pattern.compile("pod_[a-z2-7]{24}");

    public PodcastId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a podcast id");
        }
    }

    /// Empty when the text isn't an id.
    public static Optional<PodcastId> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new PodcastId(text)) : Optional.empty();
    }

    static PodcastId generate(RandomGenerator random) {
        return new PodcastId("pod_" + RandomText.of(24, random));
    }

    @Override
    public String toString() {
        return value;
    }
}
