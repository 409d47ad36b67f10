package io.parler.conversion.synthesis;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.time.Deadline;
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

/// Synthesizes all chunks of a script, as many at a time as the client allows. Equal chunks are
/// synthesized once. The first refusal or outage ends it.
public final class ChunkSynthesis {
    private final SpeechClient client;

    public ChunkSynthesis(SpeechClient client) {
        this.client = client;
    }

    /// The result of synthesizing a script.
    public sealed interface Result {
        /// All chunks are synthesized. Has the metadata of each utterance.
        record Completed(Map<Utterance, ChunkStore.Metadata> audio) implements Result {
            public Completed {
                audio = Map.copyOf(audio);
            }
        }

        record Refused(Chunk chunk, CallResult.Reason reason) implements Result {}

        /// Time ran out. Has the number of chunks that were stored in this run.
        record Unfinished(int chunksSynthesized) implements Result {}
    }

    /// A finished step: a text was looked up in the store, or synthesized.
    private sealed interface Step {
        record LookedUp(Utterance utterance, SpeechClient.Result result) implements Step {}

        record Synthesized(Utterance utterance, SpeechClient.Result result) implements Step {}
    }

    /// Synthesizes `chunks`. `done` receives, on this thread, the number of characters synthesized
    /// so far.
    public Result synthesize(List<Chunk> chunks, IntConsumer done) throws InterruptedException {
        SynthesizedChunks synthesizedChunks = new SynthesizedChunks(chunks, done);
        try (ExecutorService executor =
                Executors.newThreadPerTaskExecutor(
                        work -> Thread.ofVirtual().unstarted(Deadline.inherited(work)))) {
            try {
                return synthesize(synthesizedChunks, executor);
            } finally {
                awaitCallsInFlight(executor);
            }
        }
    }

    /// Chunks that are not stored are synthesized while others are still looked up. Each lookup has
    /// its own thread, so that thread-bound resources of clients are not held while waiting.
    private Result synthesize(SynthesizedChunks synthesizedChunks, ExecutorService executor)
            throws InterruptedException {
        List<Utterance> missing = synthesizedChunks.missing();
        var steps = new ExecutorCompletionService<Step>(executor);
        missing.forEach(
                utterance ->
                        steps.submit(() -> new Step.LookedUp(utterance, client.get(utterance))));
        int pending = missing.size();
        int synthesized = 0;
        while (pending > 0) {
            Optional<Step> step = next(steps);
            if (step.isEmpty()) {
                break;
            }
            switch (step.get()) {
                case Step.LookedUp(Utterance utterance, SpeechClient.Result.NotStarted _) ->
                        steps.submit(
                                () ->
                                        new Step.Synthesized(
                                                utterance, client.synthesize(utterance)));
                case Step.LookedUp(Utterance utterance, SpeechClient.Result result) -> {
                    add(utterance, result, synthesizedChunks);
                    pending--;
                }
                case Step.Synthesized(Utterance utterance, SpeechClient.Result.Refused refused) -> {
                    return new Result.Refused(
                            synthesizedChunks.chunkOf(utterance), refused.reason());
                }
                case Step.Synthesized(Utterance utterance, SpeechClient.Result result) -> {
                    synthesized += add(utterance, result, synthesizedChunks);
                    pending--;
                }
            }
        }
        return synthesizedChunks.missing().isEmpty()
                ? new Result.Completed(synthesizedChunks.audio())
                : new Result.Unfinished(synthesized);
    }

    /// The number of chunks this adds: 1 or 0.
    private static int add(
            Utterance utterance, SpeechClient.Result result, SynthesizedChunks synthesizedChunks) {
        if (result instanceof SpeechClient.Result.Synthesized done) {
            synthesizedChunks.add(utterance, done.metadata());
            return 1;
        }
        return 0;
    }

    /// Calls in flight are billed, so their results are awaited and stored. For that there is more
    /// time than for starting calls: the audio is not joined in this run.
    private void awaitCallsInFlight(ExecutorService executor) throws InterruptedException {
        client.stop();
        executor.shutdown();
        Deadline end = client.deadlines().lastEnd();
        if (!executor.awaitTermination(end.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            executor.shutdownNow();
        }
    }

    private Optional<Step> next(ExecutorCompletionService<Step> steps) throws InterruptedException {
        Deadline end = client.deadlines().lastStart();
        Future<Step> step = steps.poll(end.remaining().toNanos(), TimeUnit.NANOSECONDS);
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
