package io.parler.polly.mary;

import io.parler.polly.audio.Resampler;
import io.parler.polly.synthesis.Synthesizer;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.Voice.Persona;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Synthesizes with MaryTTS. It loads in the background; calls made meanwhile wait.
public final class MarySynthesizer implements Synthesizer {
    /// MaryTTS keeps its configuration in static fields, and fills them while it loads.
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final CompletableFuture<Loaded> loading = new CompletableFuture<>();

    /// Bounds the parallel work to the number of processors. It is fair, so that a long text does
    /// not delay a short one.
    private final Semaphore processors =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private record Loaded(
            Phonemizer phonemizer, AcousticModel model, Map<Double, Vocoder> vocoders) {
        Vocoder vocoder(double tract) {
            return vocoders.computeIfAbsent(tract, factor -> new Vocoder(model, factor));
        }
    }

    public MarySynthesizer() {
        Thread loader = new Thread(this::load, "marytts-load");
        loader.setDaemon(true);
        // MaryTTS finds its configuration through the context class loader.
        loader.setContextClassLoader(MarySynthesizer.class.getClassLoader());
        loader.start();
    }

    private void load() {
        ONE_AT_A_TIME.lock();
        try {
            AcousticModel model = new AcousticModel();
            Loaded loaded = new Loaded(new Phonemizer(), model, new ConcurrentHashMap<>());
            loading.complete(loaded);
        } catch (Throwable e) {
            loading.completeExceptionally(e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /// Completes when it has loaded.
    CompletableFuture<?> loading() {
        return loading;
    }

    @Override
    public boolean isReady() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    @Override
    public Utterance plan(List<Token> phrase, Voice voice) throws InterruptedException {
        Loaded mary = loaded();
        Persona persona = voice.persona();
        Phonemes phonemes = mary.phonemizer().phonemize(phrase);
        return mary.model()
                .frames(phonemes, persona)
                .map(frames -> utterance(mary, frames, persona))
                .orElseGet(() -> new Silence(phrase.size()));
    }

    private Utterance utterance(Loaded mary, FrameSequence frames, Persona persona) {
        return new Utterance() {
            @Override
            public double millis() {
                return frames.count() * AcousticModel.FRAME_MILLIS;
            }

            @Override
            public List<Double> starts() {
                return frames.tokenStarts().stream()
                        .map(frame -> frame * AcousticModel.FRAME_MILLIS)
                        .toList();
            }

            @Override
            public float[] samples(int sampleRate) throws InterruptedException {
                processors.acquire();
                try {
                    return Resampler.from(AcousticModel.SAMPLE_RATE, sampleRate)
                            .resample(
                                    mary.vocoder(persona.tract()).samples(frames, persona.pitch()));
                } finally {
                    processors.release();
                }
            }
        };
    }

    private Loaded loaded() throws InterruptedException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("MaryTTS did not load", e.getCause());
        }
    }

    /// A phrase with nothing to pronounce.
    private record Silence(int tokens) implements Utterance {
        @Override
        public double millis() {
            return 0;
        }

        @Override
        public List<Double> starts() {
            return Collections.nCopies(tokens, 0.0);
        }

        @Override
        public float[] samples(int sampleRate) {
            return new float[0];
        }
    }
}
