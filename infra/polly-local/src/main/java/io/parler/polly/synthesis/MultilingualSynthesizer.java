package io.parler.polly.synthesis;

import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.VoiceCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Gives each part of a phrase to the synthesizer for its language.
public final class MultilingualSynthesizer implements Synthesizer {
    private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");

    private final Synthesizer english;
    private final Synthesizer others;
    private final VoiceCatalog voices;

    /// Consecutive tokens with the same voice.
    private record Part(Voice voice, List<Token> tokens) {}

    public MultilingualSynthesizer(Synthesizer english, Synthesizer others, VoiceCatalog voices) {
        this.english = english;
        this.others = others;
        this.voices = voices;
    }

    @Override
    public boolean isReady() {
        return english.isReady() && others.isReady();
    }

    @Override
    public void close() {
        english.close();
        others.close();
    }

    @Override
    public Utterance plan(List<Token> phrase, Voice voice) throws InterruptedException {
        List<Utterance> utterances = new ArrayList<>();
        for (Part part : parts(phrase, voice)) {
            Synthesizer engine = part.voice().language().isEnglish() ? english : others;
            utterances.add(engine.plan(part.tokens(), part.voice()));
        }
        return utterances.size() == 1 ? utterances.getFirst() : new Concatenation(utterances);
    }

    /// Punctuation belongs to the word before it, whatever its language.
    private List<Part> parts(List<Token> phrase, Voice voice) {
        List<Part> parts = new ArrayList<>();
        for (Token token : phrase) {
            Voice tokenVoice =
                    token.language() == null
                            ? byScript(token, voice)
                            : voices.forTag(token.language(), voice);
            if (parts.isEmpty()
                    || (token.isAudible() && !parts.getLast().voice().equals(tokenVoice))) {
                parts.add(new Part(tokenVoice, new ArrayList<>()));
            }
            parts.getLast().tokens().add(token);
        }
        return parts;
    }

    /// A voice of English and Hindi speaks Hindi where the text is in its script.
    private static Voice byScript(Token token, Voice voice) {
        boolean bilingual = voice.language().isEnglish() && voice.languages().size() > 1;
        return bilingual && OTHER_SCRIPT.matcher(token.text()).find()
                ? voice.withLanguage(voice.languages().getLast())
                : voice;
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
