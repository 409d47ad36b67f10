package io.parler.conversion.synthesis;

import io.parler.conversion.Deadline;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
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
public final class Reading {
    private final Speaker speaker;
    private final Deadline deadline;

    public Reading(Speaker speaker, Deadline deadline) {
        this.speaker = speaker;
        this.deadline = deadline;
    }

    /// How reading a script ended.
    public sealed interface End {
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

    /// A text was looked up, or spoken.
    private sealed interface Step {
        record Looked(Utterance utterance, Speaker.Result result) implements Step {}

        record Said(Utterance utterance, Speaker.Result result) implements Step {}
    }

    /// `done` hears, on this thread, how many characters of `chunks` are spoken.
    public End all(List<Chunk> chunks, IntConsumer done) throws InterruptedException {
        Spoken spoken = new Spoken(chunks, done);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return all(spoken, threads);
            } finally {
                finish(threads);
            }
        }
    }

    /// What is not found is spoken, while others are still looked up. Each look-up has a thread of
    /// its own: what clients keep for a thread must not wait with thousands of texts for their
    /// turn.
    private End all(Spoken spoken, ExecutorService threads) throws InterruptedException {
        List<Utterance> missing = spoken.missing();
        var steps = new ExecutorCompletionService<Step>(threads);
        missing.forEach(one -> steps.submit(() -> new Step.Looked(one, speaker.find(one))));
        int open = missing.size();
        int said = 0;
        while (open > 0) {
            Optional<Step> step = next(steps);
            if (step.isEmpty()) {
                break;
            }
            switch (step.get()) {
                case Step.Looked(Utterance one, Speaker.Result.NotBegun _) ->
                        steps.submit(() -> new Step.Said(one, speaker.speak(one)));
                case Step.Looked(Utterance one, Speaker.Result result) -> {
                    add(one, result, spoken);
                    open--;
                }
                case Step.Said(Utterance one, Speaker.Result.Refused refused) -> {
                    return new End.Refused(spoken.chunkOf(one), refused.reason());
                }
                case Step.Said(Utterance one, Speaker.Result result) -> {
                    said += add(one, result, spoken);
                    open--;
                }
            }
        }
        return spoken.missing().isEmpty() ? new End.Read(spoken.audio()) : new End.Unfinished(said);
    }

    /// How many texts more are spoken now: one, or none.
    private static int add(Utterance utterance, Speaker.Result result, Spoken spoken) {
        if (result instanceof Speaker.Result.Done done) {
            spoken.add(utterance, done.kept());
            return 1;
        }
        return 0;
    }

    /// What is in flight is paid for, so it is waited for and kept, as long as there is time.
    private void finish(ExecutorService threads) throws InterruptedException {
        speaker.stop();
        threads.shutdown();
        if (!threads.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdownNow();
        }
    }

    private Optional<Step> next(ExecutorCompletionService<Step> steps) throws InterruptedException {
        Future<Step> step = steps.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        if (step == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(step.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException outage
                    ? outage
                    : new IllegalStateException(e.getCause());
        }
    }
}
