package io.parler.conversion.job;

import io.parler.conversion.audio.Audiobook;
import io.parler.problem.Problem;
import java.util.Optional;

/// Receives the progress of a conversion.
public interface Progress {
    void started(Job job);

    /// Reports how many of all characters are synthesized.
    void progressed(Job job, int done, int total);

    void completed(Job job, Audiobook audiobook);

    /// Reports a problem, and what was billed all the same.
    void failed(Job job, Problem problem, Optional<Charge> charge);
}
