package io.parler.polly.synthesis;

import io.parler.polly.audio.AudioSink;
import io.parler.polly.synthesis.Synthesizer.Utterance;
import io.parler.polly.text.Script;
import io.parler.polly.text.Script.Mark;
import io.parler.polly.text.Script.Part;
import io.parler.polly.text.Script.Pause;
import io.parler.polly.text.Script.Phrase;
import io.parler.polly.text.Script.Sentence;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Synthesizes a script with one voice: as audio, part by part, or as speech marks.
public final class ScriptSynthesizer {
    /// The length of the audio when nothing is spoken: an empty file can't be played.
    private static final int EMPTY_SCRIPT_MILLIS = 100;

    /// Parts synthesized in parallel once the first one is sent. The first one is synthesized
    /// alone: every caller gets its first byte soon, however many callers there are.
    private static final int PARALLEL_PARTS = Runtime.getRuntime().availableProcessors();

    private final Synthesizer synthesizer;
    private final Voice voice;
    private final List<Part> parts;

    public ScriptSynthesizer(Synthesizer synthesizer, Voice voice, Script script) {
        this.synthesizer = synthesizer;
        this.voice = voice;
        this.parts = script.parts();
    }

    public void synthesize(int sampleRate, AudioSink sink)
            throws IOException, InterruptedException {
        boolean silent = true;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<float[]>> inFlight = new ArrayDeque<>();
            Iterator<Part> next = parts.iterator();
            try {
                while (next.hasNext() || !inFlight.isEmpty()) {
                    int parallel = silent ? 1 : PARALLEL_PARTS;
                    while (next.hasNext() && inFlight.size() < parallel) {
                        Part part = next.next();
                        inFlight.add(executor.submit(() -> samples(part, sampleRate)));
                    }
                    float[] samples = result(inFlight.removeFirst());
                    if (samples.length > 0) {
                        silent = false;
                        sink.write(samples);
                    }
                }
            } finally {
                inFlight.forEach(part -> part.cancel(true));
            }
        }
        if (silent) {
            sink.write(new float[samplesIn(EMPTY_SCRIPT_MILLIS, sampleRate)]);
        }
    }

    private float[] samples(Part part, int sampleRate) throws InterruptedException {
        return switch (part) {
            case Phrase phrase -> synthesizer.plan(phrase.tokens(), voice).samples(sampleRate);
            case Pause pause -> new float[samplesIn(pause.millis(), sampleRate)];
            case Sentence s -> new float[0];
            case Mark m -> new float[0];
        };
    }

    private static int samplesIn(int millis, int sampleRate) {
        return (int) ((long) millis * sampleRate / 1000);
    }

    private static float[] result(Future<float[]> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the synthesizer failed", e.getCause());
        }
    }

    /// The marks by time; a sentence comes before its first word.
    public List<SpeechMark> marks() throws InterruptedException {
        List<SpeechMark> marks = new ArrayList<>();
        double time = 0;
        for (Part part : parts) {
            switch (part) {
                case Sentence sentence ->
                        marks.add(SpeechMark.sentence(time, sentence.start(), sentence.end()));
                case Mark mark ->
                        marks.add(SpeechMark.ssml(time, mark.start(), mark.end(), mark.name()));
                case Pause pause -> time += pause.millis();
                case Phrase phrase -> {
                    Utterance utterance = synthesizer.plan(phrase.tokens(), voice);
                    addWords(marks, phrase.tokens(), utterance.starts(), time);
                    time += utterance.millis();
                }
            }
        }
        return marks;
    }

    private static void addWords(
            List<SpeechMark> marks, List<Token> tokens, List<Double> starts, double time) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean sameSpan = i > 0 && token.hasSameSpan(tokens.get(i - 1));
            if (token.isAudible() && !sameSpan) {
                marks.add(SpeechMark.word(time + starts.get(i), token.start(), token.end()));
            }
        }
    }
}
