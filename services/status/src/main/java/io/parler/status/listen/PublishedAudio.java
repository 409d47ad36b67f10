package io.parler.status.listen;

import io.parler.id.ConversionId;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.State;
import java.time.Instant;
import java.util.Optional;

/// Audio that everybody may find: that of a completed conversion that isn't private.
///
/// @param made when it was completed
public record PublishedAudio(ConversionId id, Audiobook audiobook, Instant made) {

    /// Empty where there is no audio for everybody. Nothing else decides it.
    public static Optional<PublishedAudio> of(Conversion conversion) {
        return conversion.state() instanceof State.Completed completed && !conversion.isPrivate()
                ? Optional.of(
                        new PublishedAudio(
                                conversion.id(), completed.audiobook(), completed.since()))
                : Optional.empty();
    }

    /// The readable end of its page's address: that of its file's name.
    public String slug() {
        String key = audiobook.audio().key();
        String name = key.substring(key.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
