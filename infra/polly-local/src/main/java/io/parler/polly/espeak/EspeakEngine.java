package io.parler.polly.espeak;

import io.parler.polly.Manner;
import io.parler.polly.Resampler;
import io.parler.polly.SpeechEngine;
import io.parler.polly.Token;
import io.parler.polly.Voice;
import io.parler.polly.Voice.Persona;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Speaks with espeak-ng, at MaryTTS's level and pace.
public final class EspeakEngine implements SpeechEngine {
    private static final double WORDS_PER_MINUTE = 170;
    /// What espeak-ng can do; it takes no notice of more or less.
    private static final int SLOWEST = 80;
    private static final int FASTEST = 450;
    /// Its pitch at 50; 50 more is an octave.
    private static final int OWN_PITCH = 50;
    private static final String FEMALE_VARIANT = "+f3";
    private static final String MALE_VARIANT = "+m3";
    /// It is quieter than MaryTTS, but for single peaks: those are rounded off from the knee on.
    private static final double GAIN = Math.pow(10, 3.5 / 20);
    private static final double KNEE = .7;
    /// Silence after the last word of a phrase.
    private static final double FINAL_PAUSE_MILLIS = 50;

    private final Espeak espeak;

    /// @param library the shared library of espeak-ng
    public EspeakEngine(Path library) {
        espeak = new Espeak(library);
    }

    @Override
    public void close() {
        espeak.close();
    }

    /// Only what has been said can be timed, so the sound is made here, in some 20 ms a sentence.
    @Override
    public Utterance utterance(List<Token> phrase, Voice voice) throws InterruptedException {
        Sound sound = new Sound(new float[0], 1, Collections.nCopies(0, 0.0));
        for (Run run : Run.of(phrase)) {
            sound = sound.and(sound(run, voice));
        }
        return sound.isEmpty() ? sound : sound.andSilence(FINAL_PAUSE_MILLIS);
    }

    private Sound sound(Run run, Voice voice) throws InterruptedException {
        if (!run.isSaid()) {
            return new Sound(new float[0], 1, Collections.nCopies(run.tokens(), 0.0));
        }
        Said said = espeak.say(ask(run, voice));
        Double[] starts = new Double[run.tokens()];
        Arrays.fill(starts, said.millis());
        for (Reply.Word word : said.words().reversed()) {
            run.tokenAt(word.position())
                    .ifPresent(token -> starts[token] = Math.min(said.millis(), word.millis()));
        }
        // What isn't a word of espeak-ng's starts with the next that is.
        for (int token = starts.length - 2; token >= 0; token--) {
            starts[token] = Math.min(starts[token], starts[token + 1]);
        }
        float[] samples = said.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            double value = rounded(samples[i] * GAIN) * run.manner().gain();
            samples[i] = (float) Math.clamp(value, -1, 1);
        }
        return new Sound(samples, said.sampleRate(), List.of(starts));
    }

    private static double rounded(double value) {
        double over = Math.abs(value) - KNEE;
        if (over <= 0) {
            return value;
        }
        return Math.signum(value) * (KNEE + (1 - KNEE) * Math.tanh(over / (1 - KNEE)));
    }

    private static Ask ask(Run run, Voice voice) {
        Manner manner = run.manner();
        double rate = WORDS_PER_MINUTE / voice.persona().length() * manner.rate();
        double pitch =
                voice.persona().pitch()
                        / (voice.isMale() ? Persona.MALE_PITCH : 1)
                        * manner.pitch();
        double octaves = Math.log(pitch) / Math.log(2);
        return new Ask(
                voice.language().espeak() + (voice.isMale() ? MALE_VARIANT : FEMALE_VARIANT),
                Math.clamp(Math.round(rate), SLOWEST, FASTEST),
                Math.clamp(Math.round(OWN_PITCH + 50 * octaves), 0, 100),
                run.text());
    }

    private record Sound(float[] samples, int sourceRate, List<Double> starts)
            implements Utterance {

        boolean isEmpty() {
            return samples.length == 0;
        }

        @Override
        public double millis() {
            return samples.length * 1000.0 / sourceRate;
        }

        @Override
        public float[] samples(int sampleRate) {
            return isEmpty() ? samples : Resampler.from(sourceRate, sampleRate).resample(samples);
        }

        Sound and(Sound next) {
            List<Double> all = new ArrayList<>(starts);
            next.starts.forEach(start -> all.add(millis() + start));
            float[] joined = Arrays.copyOf(samples, samples.length + next.samples.length);
            System.arraycopy(next.samples, 0, joined, samples.length, next.samples.length);
            return new Sound(joined, isEmpty() ? next.sourceRate : sourceRate, all);
        }

        Sound andSilence(double millis) {
            int length = (int) Math.round(millis * sourceRate / 1000);
            return new Sound(Arrays.copyOf(samples, samples.length + length), sourceRate, starts);
        }
    }
}
