package io.parler.conversion.job;

import io.parler.conversion.audio.Audiobook;
import java.util.Optional;

/// A store of completed conversions. A job that is delivered again gets its result from here.
public interface CompletedConversions {
    Optional<Audiobook> get(String id);

    void put(String id, Audiobook audiobook);

    void delete(String id);
}
