package io.parler.conversion;

import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
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

        record Refused(Chunk chunk, Answer.Reason reason) implements End {}

        /// The time was up before all was spoken; so many chunks came to be kept meanwhile.
        record Unfinished(int chunksSpoken) implements End {}
    }

    private record Result(Utterance utterance, Speaker.Result result) {}

    /// `done` hears, on this thread, how many characters of `chunks` are spoken.
    End all(List<Chunk> chunks, IntConsumer done) throws InterruptedException {
        Spoken spoken = new Spoken(chunks, done);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return all(spoken, threads);
            } finally {
                finish(threads);
            }
        }
    }

    private End all(Spoken spoken, ExecutorService threads) throws InterruptedException {
        List<Utterance> missing = spoken.missing();
        var results = new ExecutorCompletionService<Result>(threads);
        missing.forEach(one -> results.submit(() -> new Result(one, speaker.findOrSpeak(one))));
        for (int i = 0; i < missing.size(); i++) {
            Optional<Result> next = next(results);
            if (next.isEmpty()) {
                break;
            }
            Utterance utterance = next.get().utterance();
            switch (next.get().result()) {
                case Speaker.Result.Done result -> spoken.add(utterance, result.kept());
                case Speaker.Result.Refused refused -> {
                    return new End.Refused(spoken.chunkOf(utterance), refused.reason());
                }
                case Speaker.Result.NotBegun _ -> {}
            }
        }
        return spoken.missing().isEmpty()
                ? new End.Read(spoken.audio())
                : new End.Unfinished(speaker.spoken());
    }

    /// What is in flight is paid for, so it is waited for and kept, as long as there is time.
    private void finish(ExecutorService threads) throws InterruptedException {
        speaker.stop();
        threads.shutdown();
        if (!threads.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdownNow();
        }
    }

    private Optional<Result> next(ExecutorCompletionService<Result> results)
            throws InterruptedException {
        Future<Result> result = results.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        if (result == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(result.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException outage
                    ? outage
                    : new IllegalStateException(e.getCause());
        }
    }
}
