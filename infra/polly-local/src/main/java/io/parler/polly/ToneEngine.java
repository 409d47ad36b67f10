package io.parler.polly;

import java.util.ArrayList;
import java.util.List;

/// A quiet tone as long as speech would be: the same text gives the same bytes, at once.
final class ToneEngine implements SpeechEngine {
    /// About 165 words a minute.
    private static final double MILLIS_A_LETTER = 68;
    private static final double MILLIS_A_COMMA = 180;
    private static final double HERTZ = 220;
    private static final double AMPLITUDE = .05;
    private static final double FADE_MILLIS = 10;

    @Override
    public Utterance utterance(List<Token> phrase, Voice voice) {
        List<Double> starts = new ArrayList<>();
        double time = 0;
        for (Token token : phrase) {
            starts.add(time);
            time +=
                    length(token, voice.language())
                            * voice.persona().length()
                            / token.manner().rate();
        }
        return new Tone(Math.round(time), starts, HERTZ * voice.persona().pitch());
    }

    private static double length(Token token, Language language) {
        if (token.isWord() && !language.equals(Language.US_ENGLISH)) {
            return (token.text().codePointCount(0, token.text().length()) + 1) * MILLIS_A_LETTER;
        }
        if (token.spoken().isEmpty()) {
            return token.text().equals(",") ? MILLIS_A_COMMA : 0;
        }
        return token.spoken().stream().mapToInt(word -> word.length() + 1).sum() * MILLIS_A_LETTER;
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
