package io.parler.conversion;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
        /// The audio of each text.
        record Read(Map<String, ChunkStore.Kept> audio) implements End {
            public Read {
                audio = Map.copyOf(audio);
            }
        }

        record Refused(Chunk chunk, Speech.Reason reason) implements End {}

        /// The time was up before all was spoken; so many chunks were, in this run.
        record Unfinished(int chunksSpoken) implements End {}
    }

    private record Answer(String text, Speaker.Result result) {}

    /// `done` hears, on this thread, how many characters of `chunks` are spoken.
    End all(List<Chunk> chunks, IntConsumer done) throws InterruptedException {
        Map<String, Integer> characters = new HashMap<>();
        chunks.forEach(chunk -> characters.merge(chunk.text(), chunk.characters(), Integer::sum));
        Collection<String> texts = new LinkedHashSet<>(chunks.stream().map(Chunk::text).toList());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var answers = new ExecutorCompletionService<Answer>(threads);
                texts.forEach(text -> answers.submit(() -> new Answer(text, speaker.speak(text))));
                return collect(answers, texts.size(), characters, chunks, done);
            } finally {
                finish(threads);
            }
        }
    }

    /// What is in flight is paid for, so it is waited for and kept, as long as there is time.
    private void finish(ExecutorService threads) throws InterruptedException {
        speaker.stop();
        threads.shutdown();
        if (!threads.awaitTermination(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            threads.shutdownNow();
        }
    }

    private End collect(
            ExecutorCompletionService<Answer> answers,
            int count,
            Map<String, Integer> characters,
            List<Chunk> chunks,
            IntConsumer done)
            throws InterruptedException {
        Map<String, ChunkStore.Kept> audio = new HashMap<>();
        int spoken = 0;
        for (int i = 0; i < count; i++) {
            Optional<Answer> answer = next(answers);
            if (answer.isEmpty()) {
                return new End.Unfinished(speaker.spoken());
            }
            String text = answer.get().text();
            switch (answer.get().result()) {
                case Speaker.Result.Done result -> {
                    audio.put(text, result.kept());
                    spoken += characters.getOrDefault(text, 0);
                    done.accept(spoken);
                }
                case Speaker.Result.Refused refused -> {
                    return new End.Refused(first(chunks, text), refused.reason());
                }
                case Speaker.Result.NotBegun _ -> {}
            }
        }
        return audio.size() == count ? new End.Read(audio) : new End.Unfinished(speaker.spoken());
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

    private static Chunk first(List<Chunk> chunks, String text) {
        return chunks.stream().filter(chunk -> chunk.text().equals(text)).findFirst().orElseThrow();
    }
}
