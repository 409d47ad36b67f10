package io.parler.polly.tone;

import io.parler.polly.synthesis.Synthesizer;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Language;
import io.parler.polly.voice.Voice;
import java.util.ArrayList;
import java.util.List;

/// Synthesizes a quiet tone of the length of speech: fast, and the same text gives the same bytes.
public final class ToneSynthesizer implements Synthesizer {
    /// About 165 words a minute.
    private static final double MILLIS_PER_LETTER = 68;
    private static final double COMMA_PAUSE_MILLIS = 180;
    private static final double HERTZ = 220;
    private static final double AMPLITUDE = .05;
    private static final double FADE_MILLIS = 10;

    @Override
    public Utterance plan(List<Token> phrase, Voice voice) {
        List<Double> starts = new ArrayList<>();
        double time = 0;
        for (Token token : phrase) {
            starts.add(time);
            time +=
                    length(token, voice.language())
                            * voice.persona().length()
                            / token.prosody().rate();
        }
        return new Tone(Math.round(time), starts, HERTZ * voice.persona().pitch());
    }

    private static double length(Token token, Language language) {
        if (token.isWord() && !language.equals(Language.US_ENGLISH)) {
            return (token.text().codePointCount(0, token.text().length()) + 1) * MILLIS_PER_LETTER;
        }
        if (token.spoken().isEmpty()) {
            return token.text().equals(",") ? COMMA_PAUSE_MILLIS : 0;
        }
        return token.spoken().stream().mapToInt(word -> word.length() + 1).sum()
                * MILLIS_PER_LETTER;
    }

    private record Tone(double millis, List<Double> starts, double hertz) implements Utterance {

        @Override
        public float[] samples(int sampleRate) {
            float[] samples = new float[(int) (millis * sampleRate / 1000)];
            double fade = FADE_MILLIS * sampleRate / 1000;
            for (int i = 0; i < samples.length; i++) {
                double edge = Math.min(1, Math.min(i, samples.length - i) / fade);
                samples[i] =
                        (float) (AMPLITUDE * edge * Math.sin(2 * Math.PI * hertz * i / sampleRate));
            }
            return samples;
        }
    }
}
