package io.parler.polly.synthesis;

import io.parler.polly.text.Token;
import io.parler.polly.voice.Language;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.VoiceCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gives each part of a phrase to the synthesizer for its language.
public final class MultilingualSynthesizer implements Synthesizer {
    private final Synthesizer usEnglish;
    private final Synthesizer others;
    private final VoiceCatalog voices;

    /// Consecutive tokens with the same voice.
    private record Part(Voice voice, List<Token> tokens) {}

    public MultilingualSynthesizer(Synthesizer usEnglish, Synthesizer others, VoiceCatalog voices) {
        this.usEnglish = usEnglish;
        this.others = others;
        this.voices = voices;
    }

    @Override
    public boolean isReady() {
        return usEnglish.isReady() && others.isReady();
    }

    @Override
    public void close() {
        usEnglish.close();
        others.close();
    }

    @Override
    public Utterance plan(List<Token> phrase, Voice voice) throws InterruptedException {
        List<Utterance> utterances = new ArrayList<>();
        for (Part part : parts(phrase, voice)) {
            boolean english = part.voice().language().equals(Language.US_ENGLISH);
            Synthesizer engine = english ? usEnglish : others;
            utterances.add(engine.plan(part.tokens(), part.voice()));
        }
        return utterances.size() == 1 ? utterances.getFirst() : new Concatenation(utterances);
    }

    /// Punctuation belongs to the word before it, whatever its language.
    private List<Part> parts(List<Token> phrase, Voice voice) {
        List<Part> parts = new ArrayList<>();
        for (Token token : phrase) {
            Voice tokenVoice =
                    token.language() == null ? voice : voices.forTag(token.language(), voice);
            if (parts.isEmpty()
                    || (token.isAudible() && !parts.getLast().voice().equals(tokenVoice))) {
                parts.add(new Part(tokenVoice, new ArrayList<>()));
            }
            parts.getLast().tokens().add(token);
        }
        return parts;
    }

    private record Concatenation(List<Utterance> utterances) implements Utterance {
        @Override
        public double millis() {
            return utterances.stream().mapToDouble(Utterance::millis).sum();
        }

        @Override
        public List<Double> starts() {
            List<Double> starts = new ArrayList<>();
            double time = 0;
            for (Utterance utterance : utterances) {
                for (double start : utterance.starts()) {
                    starts.add(time + start);
                }
                time += utterance.millis();
            }
            return starts;
        }

        @Override
        public float[] samples(int sampleRate) throws InterruptedException {
            float[] all = new float[0];
            for (Utterance utterance : utterances) {
                float[] samples = utterance.samples(sampleRate);
                int from = all.length;
                all = Arrays.copyOf(all, from + samples.length);
                System.arraycopy(samples, 0, all, from, samples.length);
            }
            return all;
        }
    }
}
