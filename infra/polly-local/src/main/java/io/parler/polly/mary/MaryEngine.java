package io.parler.polly.mary;

import io.parler.polly.Resampler;
import io.parler.polly.SpeechEngine;
import io.parler.polly.Token;
import io.parler.polly.Voice;
import io.parler.polly.Voice.Persona;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/// Speaks with MaryTTS. It loads in the background; whoever asks sooner waits.
public final class MaryEngine implements SpeechEngine {
    private final CompletableFuture<Loaded> loading = new CompletableFuture<>();
    /// As many at once as there are processors, in turn: a long text does not keep a short one
    /// waiting.
    private final Semaphore processors =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private record Loaded(Pronouncer pronouncer, HmmVoice voice, Map<Double, Vocoder> vocoders) {
        Vocoder vocoder(double tract) {
            return vocoders.computeIfAbsent(tract, factor -> new Vocoder(voice, factor));
        }
    }

    public MaryEngine() {
        Thread loader = new Thread(this::load, "marytts-load");
        loader.setDaemon(true);
        // MaryTTS finds its configuration through this, and it may run in a class loader of its
        // own.
        loader.setContextClassLoader(MaryEngine.class.getClassLoader());
        loader.start();
    }

    private void load() {
        try {
            HmmVoice voice = new HmmVoice();
            Loaded loaded = new Loaded(new Pronouncer(), voice, new ConcurrentHashMap<>());
            loading.complete(loaded);
        } catch (Throwable e) {
            loading.completeExceptionally(e);
        }
    }

    @Override
    public boolean isReady() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    @Override
    public Utterance utterance(List<Token> phrase, Voice voice) throws InterruptedException {
        Loaded mary = loaded();
        Persona persona = voice.persona();
        Pronounced pronounced = mary.pronouncer().pronounce(phrase);
        return mary.voice()
                .shape(pronounced, persona)
                .map(frames -> spoken(mary, frames, persona))
                .orElseGet(() -> new Silence(phrase.size()));
    }

    private Utterance spoken(Loaded mary, Frames frames, Persona persona) {
        return new Utterance() {
            @Override
            public double millis() {
                return frames.count() * HmmVoice.FRAME_MILLIS;
            }

            @Override
            public List<Double> starts() {
                return frames.tokenStarts().stream()
                        .map(frame -> frame * HmmVoice.FRAME_MILLIS)
                        .toList();
            }

            @Override
            public float[] samples(int sampleRate) throws InterruptedException {
                processors.acquire();
                try {
                    return Resampler.from(HmmVoice.SAMPLE_RATE, sampleRate)
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

    /// A phrase in which there is nothing to pronounce.
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
