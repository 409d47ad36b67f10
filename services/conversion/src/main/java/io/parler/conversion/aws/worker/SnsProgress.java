package io.parler.conversion.aws.worker;

import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.job.Charge;
import io.parler.conversion.job.Job;
import io.parler.conversion.job.Progress;
import io.parler.events.EventPublisher;
import io.parler.problem.Problem;
import java.util.Optional;

/// Publishes the progress of conversions to the topic of conversion events.
final class SnsProgress implements Progress {
    static final String SOURCE = "/parler/conversion";

    private final EventPublisher events;

    SnsProgress(EventPublisher events) {
        this.events = events;
    }

    @Override
    public void started(Job job) {
        publish(job, ConversionStartedV1.TYPE, new ConversionStartedV1(job.attempt()));
    }

    @Override
    public void progressed(Job job, int done, int total) {
        publish(
                job,
                ConversionProgressedV1.TYPE,
                new ConversionProgressedV1(job.attempt(), done, total));
    }

    @Override
    public void completed(Job job, Audiobook audiobook) {
        publish(job, ConversionCompletedV1.TYPE, ConversionCompletedV1.of(job, audiobook));
    }

    @Override
    public void failed(Job job, Problem problem, Optional<Charge> charge) {
        publish(job, ConversionFailedV1.TYPE, ConversionFailedV1.of(job, problem, charge));
    }

    private void publish(Job job, String type, Object data) {
        events.publish(type, job.id(), job.account().value(), data);
    }
}
