package io.parler.conversion.job;

import io.parler.conversion.Problem;
import io.parler.conversion.audio.Audiobook;

/// Who is told how a conversion goes.
public interface Progress {
    void started(Job job);

    /// Characters spoken, of all that will be.
    void progressed(Job job, int done, int total);

    void completed(Job job, Audiobook audiobook);

    void failed(Job job, Problem problem);
}
