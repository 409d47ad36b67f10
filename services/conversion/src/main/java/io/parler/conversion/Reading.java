package io.parler.conversion;

import io.parler.conversion.speech.Utterance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// Has all chunks of a script spoken, as many at once as the speaker allows. Equal chunks are
/// spoken once; the first refusal or outage ends it.
final class Reading {
    private final Speaker speaker;
    private final Deadline deadline;

    Reading(Speaker speaker, Deadline deadline) {
        this.speaker = speaker;
        this.deadline = deadline;
    }

    /// How reading a script ended.
    sealed interface End {
        /// The audio of each utterance.
        record Read(Map<Utterance, ChunkStore.Kept> audio) implements End {
            public Read {
                audio = Map.copyOf(audio);
            }
        }

        record Refused(Chunk chunk, Speech.Reason reason) implements End {}

        /// The time was up before all was spoken; so many chunks were, in this run.
        record Unfinished(int chunksSpoken) implements End {}
    }

    private record Answer(Utterance utterance, Speaker.Result result) {}

    @FunctionalInterface
    private interface Work {
        Speaker.Result on(Utterance utterance) throws InterruptedException;
    }

    /// `done` hears, on this thread, how many characters of `chunks` are spoken.
    ///
    /// All that is kept is found before anything is spoken: so what is left to do is known at once.
    End all(List<Chunk> chunks, IntConsumer done) throws InterruptedException {
        Spoken spoken = new Spoken(chunks, done);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Work work : List.<Work>of(speaker::find, speaker::speak)) {
                    Optional<End> end = each(spoken.missing(), work, threads, spoken);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
                return spoken.missing().isEmpty()
                        ? new End.Read(spoken.audio())
                        : new End.Unfinished(speaker.spoken());
            } finally {
                finish(threads);
            }
        }
    }

    /// Empty when all were worked on, whatever came of it.
    private Optional<End> each(
            List<Utterance> utterances, Work work, ExecutorService threads, Spoken spoken)
            throws InterruptedException {
        var answers = new ExecutorCompletionService<Answer>(threads);
        utterances.forEach(one -> answers.submit(() -> new Answer(one, work.on(one))));
        for (int i = 0; i < utterances.size(); i++) {
            Optional<Answer> answer = next(answers);
            if (answer.isEmpty()) {
                return Optional.of(new End.Unfinished(speaker.spoken()));
            }
            Utterance utterance = answer.get().utterance();
            switch (answer.get().result()) {
                case Speaker.Result.Done result -> spoken.add(utterance, result.kept());
                case Speaker.Result.Refused refused -> {
                    return Optional.of(
                            new End.Refused(spoken.chunkOf(utterance), refused.reason()));
                }
                case Speaker.Result.NotBegun _ -> {}
            }
        }
        return Optional.empty();
    }

    /// What is in flight is paid for, so it is waited for and kept, as long as there is time.
    private void finish(ExecutorService threads) throws InterruptedException {
        speaker.stop();
        threads.shutdown();
        if (!threads.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdownNow();
        }
    }

    private Optional<Answer> next(ExecutorCompletionService<Answer> answers)
            throws InterruptedException {
        Future<Answer> answer = answers.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException outage
                    ? outage
                    : new IllegalStateException(e.getCause());
        }
    }
}
