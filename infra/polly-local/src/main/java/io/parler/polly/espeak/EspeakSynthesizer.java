package io.parler.polly.espeak;

import io.parler.polly.audio.Limiter;
import io.parler.polly.audio.Resampler;
import io.parler.polly.synthesis.Synthesizer;
import io.parler.polly.text.Prosody;
import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.Voice.Persona;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Synthesizes with espeak-ng, at the loudness and pace of MaryTTS.
public final class EspeakSynthesizer implements Synthesizer {
    private static final double WORDS_PER_MINUTE = 170;
    /// The limits of espeak-ng; it ignores values beyond them.
    private static final int MIN_WORDS_PER_MINUTE = 80;
    private static final int MAX_WORDS_PER_MINUTE = 450;
    /// The default pitch; 50 more is an octave higher.
    private static final int DEFAULT_PITCH = 50;
    private static final String FEMALE_VARIANT = "+f3";
    private static final String MALE_VARIANT = "+m3";
    /// espeak-ng is quieter than MaryTTS except for single peaks, which are compressed above the
    /// knee.
    private static final double GAIN = Math.pow(10, 3.5 / 20);
    private static final double KNEE = .7;
    /// Silence after the last word of a phrase.
    private static final double FINAL_PAUSE_MILLIS = 50;

    private final EspeakSupervisor espeak;

    /// @param library the shared library of espeak-ng
    public EspeakSynthesizer(Path library) {
        espeak = new EspeakSupervisor(library);
    }

    @Override
    public void close() {
        espeak.close();
    }

    /// Word times are known only after synthesis. So the samples are generated here, in some 20 ms
    /// a sentence.
    @Override
    public Utterance plan(List<Token> phrase, Voice voice) throws InterruptedException {
        Audio audio = new Audio(new float[0], 1, Collections.nCopies(0, 0.0));
        for (TextSegment segment : TextSegment.of(phrase)) {
            audio = audio.append(synthesize(segment, voice));
        }
        return audio.isEmpty() ? audio : audio.appendSilence(FINAL_PAUSE_MILLIS);
    }

    private Audio synthesize(TextSegment segment, Voice voice) throws InterruptedException {
        if (!segment.isAudible()) {
            return new Audio(new float[0], 1, Collections.nCopies(segment.tokens(), 0.0));
        }
        SynthesisResult result = espeak.synthesize(request(segment, voice));
        Double[] starts = new Double[segment.tokens()];
        Arrays.fill(starts, result.millis());
        for (SynthesisEvent.Word word : result.words().reversed()) {
            segment.tokenAt(word.position())
                    .ifPresent(token -> starts[token] = Math.min(result.millis(), word.millis()));
        }
        // A token that is not a word for espeak-ng starts with the next word.
        for (int token = starts.length - 2; token >= 0; token--) {
            starts[token] = Math.min(starts[token], starts[token + 1]);
        }
        float[] samples = result.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (compressed(samples[i] * GAIN) * segment.prosody().gain());
        }
        float[] limited = Limiter.limit(samples, result.sampleRate());
        return new Audio(limited, result.sampleRate(), List.of(starts));
    }

    private static double compressed(double value) {
        double over = Math.abs(value) - KNEE;
        if (over <= 0) {
            return value;
        }
        return Math.signum(value) * (KNEE + (1 - KNEE) * Math.tanh(over / (1 - KNEE)));
    }

    private static SynthesisRequest request(TextSegment segment, Voice voice) {
        Prosody prosody = segment.prosody();
        double rate = WORDS_PER_MINUTE / voice.persona().length() * prosody.rate();
        double pitch =
                voice.persona().pitch()
                        / (voice.isMale() ? Persona.MALE_PITCH : 1)
                        * prosody.pitch();
        double octaves = Math.log(pitch) / Math.log(2);
        return new SynthesisRequest(
                voice.language().espeak() + (voice.isMale() ? MALE_VARIANT : FEMALE_VARIANT),
                Math.clamp(Math.round(rate), MIN_WORDS_PER_MINUTE, MAX_WORDS_PER_MINUTE),
                Math.clamp(Math.round(DEFAULT_PITCH + 50 * octaves), 0, 100),
                segment.text());
    }

    private record Audio(float[] samples, int sourceRate, List<Double> starts)
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

        Audio append(Audio next) {
            List<Double> all = new ArrayList<>(starts);
            next.starts.forEach(start -> all.add(millis() + start));
            float[] joined = Arrays.copyOf(samples, samples.length + next.samples.length);
            System.arraycopy(next.samples, 0, joined, samples.length, next.samples.length);
            return new Audio(joined, isEmpty() ? next.sourceRate : sourceRate, all);
        }

        Audio appendSilence(double millis) {
            int length = (int) Math.round(millis * sourceRate / 1000);
            return new Audio(Arrays.copyOf(samples, samples.length + length), sourceRate, starts);
        }
    }
}
