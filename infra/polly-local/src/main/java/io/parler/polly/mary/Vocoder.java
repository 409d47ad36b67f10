package io.parler.polly.mary;

import io.parler.polly.audio.Limiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSPStream;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSVocoder;
import marytts.server.MaryProperties;

/// Generates samples from HMM states, for a vocal tract of a given length.
final class Vocoder {
    /// From the vocoder's full scale to 1, with 1.5 dB of headroom: some vowels reach full scale.
    private static final double GAIN = Math.pow(10, -1.5 / 20) / 17_000;

    /// Samples to fade in and out at the ends of a phrase.
    private static final int FADE = 240;

    private final HMMData model;
    private final HMMData settings;

    /// @param tract length of the vocal tract, as a factor on the recorded speaker's
    Vocoder(AcousticModel acousticModel, double tract) {
        model = acousticModel.data();
        settings = new HMMData();
        settings.setRate(model.getRate());
        settings.setFperiod(model.getFperiod());
        settings.setAlpha(warp(model.getAlpha(), tract));
        settings.setBeta(model.getBeta());
        settings.setStage(model.getStage());
        settings.setUseLogGain(model.getUseLogGain());
        settings.setUseMixExc(model.getUseMixExc());
        settings.setUseFourierMag(model.getUseFourierMag());
        settings.setPdfStrStream(InputStream.nullInputStream());
        settings.setNumFilters(model.getNumFilters());
        try (InputStream filters = MaryProperties.needStream("voice.cmu-slt-hsmm.Fif")) {
            settings.readMixedExcitationFilters(filters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("MaryTTS has no excitation filters", e);
        }
    }

    /// The all-pass constant that moves every formant by the factor: at low frequencies it scales
    /// by (1+α)/(1−α).
    private static double warp(double alpha, double tract) {
        double scale = (1 + alpha) / (1 - alpha) * tract;
        return (scale - 1) / (scale + 1);
    }

    /// The samples at 48 kHz.
    float[] samples(FrameSequence frames, double pitch) {
        HTSParameterGeneration parameters = new HTSParameterGeneration();
        try {
            parameters.htsMaximumLikelihoodParameterGeneration(frames.states(), model);
            boolean[] voiced = parameters.getVoicedArray();
            transpose(parameters.getlf0Pst(), voiced, frames, pitch);
            double[] sound =
                    new HTSVocoder()
                            .htsMLSAVocoder(
                                    parameters.getlf0Pst(),
                                    parameters.getMcepPst(),
                                    parameters.getStrPst(),
                                    parameters.getMagPst(),
                                    voiced,
                                    settings,
                                    null);
            return scaled(sound, frames);
        } catch (Exception e) {
            throw new IllegalStateException("MaryTTS could not make the sound of a phrase", e);
        }
    }

    private static void transpose(
            HTSPStream logF0, boolean[] voiced, FrameSequence frames, double pitch) {
        int index = 0;
        for (int frame = 0; frame < voiced.length; frame++) {
            if (voiced[frame]) {
                double factor = pitch * frames.prosody(frame).pitch();
                logF0.setPar(index, 0, logF0.getPar(index, 0) + Math.log(factor));
                index++;
            }
        }
    }

    private float[] scaled(double[] sound, FrameSequence frames) {
        float[] samples = new float[sound.length];
        int period = model.getFperiod();
        for (int i = 0; i < sound.length; i++) {
            double edge = Math.min(1, Math.min(i, sound.length - i) / (double) FADE);
            double value = sound[i] * GAIN * edge * frames.prosody(i / period).gain();
            samples[i] = (float) value;
        }
        return Limiter.limit(samples, AcousticModel.SAMPLE_RATE);
    }
}
