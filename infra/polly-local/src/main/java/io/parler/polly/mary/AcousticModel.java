package io.parler.polly.mary;

import io.parler.polly.text.Prosody;
import io.parler.polly.voice.Voice.Persona;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import marytts.exceptions.MaryConfigurationException;
import marytts.features.FeatureProcessorManager;
import marytts.features.FeatureRegistry;
import marytts.features.TargetFeatureComputer;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSModel;
import marytts.htsengine.HTSUttModel;
import marytts.modules.HTSEngine;
import marytts.modules.TargetFeatureLister;
import marytts.unitselection.select.Target;
import org.w3c.dom.Element;

/// The acoustic model of the voice: predicts the duration and the spectrum of each phone.
final class AcousticModel {
    static final int SAMPLE_RATE = 48_000;
    static final double FRAME_MILLIS = 5;

    private static final String NAME = "cmu-slt-hsmm";
    /// The speaker reads 210 words a minute; listeners expect 165.
    private static final double DURATION_FACTOR = 1.16;
    /// The pauses at a phrase boundary inside a sentence, and after the last word.
    private static final int INNER_PAUSE_FRAMES = 36;
    private static final int FINAL_PAUSE_FRAMES = 10;

    private final HMMData data = new HMMData();
    private final TargetFeatureComputer features;

    AcousticModel() throws IOException, MaryConfigurationException {
        FeatureRegistry.setFeatureProcessorManager(
                Locale.US, new FeatureProcessorManager(Locale.US));
        data.initHMMData(NAME);
        // Take durations and pitch from the trees, not from attributes set by another module.
        data.setUseAcousticModels(false);
        features =
                FeatureRegistry.getTargetFeatureComputer(
                        Locale.US, data.getFeatureDefinition().getFeatureNames());
    }

    HMMData data() {
        return data;
    }

    /// Predicts the frames of a phrase; empty if nothing in it can be pronounced.
    Optional<FrameSequence> frames(Phonemes phrase, Persona persona) {
        if (phrase.isSilent()) {
            return Optional.empty();
        }
        List<Element> segments = new ArrayList<>(phrase.segments());
        HTSUttModel states;
        synchronized (features) {
            List<Target> targets =
                    new TargetFeatureLister().getListTargetFeatures(features, segments);
            states = new StatePredictor().predict(targets, data);
        }
        int last = states.getNumUttModel() - 1;
        int[] tokens = new int[0];
        int voiced = 0;
        for (int i = 0; i <= last; i++) {
            HTSModel model = states.getUttModel(i);
            int token = phrase.tokens().get(Math.min(i, phrase.tokens().size() - 1));
            Prosody prosody = phrase.prosodies().get(token);
            double length = DURATION_FACTOR * persona.length() / prosody.rate();
            if (segments.get(i).getTagName().equals("boundary")) {
                int frames = i == last ? FINAL_PAUSE_FRAMES : INNER_PAUSE_FRAMES;
                length = frames / (double) model.getTotalDur() / prosody.rate();
            }
            voiced += stretch(model, length);
            int from = tokens.length;
            tokens = Arrays.copyOf(tokens, from + model.getTotalDur());
            Arrays.fill(tokens, from, tokens.length, token);
        }
        states.setTotalFrame(tokens.length);
        states.setLf0Frame(voiced);
        return Optional.of(new FrameSequence(states, tokens, phrase.prosodies()));
    }

    /// Multiplies the duration of each state; returns the number of voiced frames.
    private int stretch(HTSModel model, double factor) {
        int total = 0;
        int voiced = 0;
        double remainder = 0;
        for (int state = 0; state < data.getCartTreeSet().getNumStates(); state++) {
            double wanted = model.getDur(state) * factor + remainder;
            int frames = Math.max(1, (int) Math.round(wanted));
            remainder = wanted - frames;
            model.setDur(state, frames);
            total += frames;
            voiced += model.getVoiced(state) ? frames : 0;
        }
        model.setTotalDur(total);
        return voiced;
    }

    /// Gives access to the one protected step of MaryTTS's engine that is needed here.
    private static final class StatePredictor extends HTSEngine {
        HTSUttModel predict(List<Target> targets, HMMData data) {
            try {
                return processTargetList(targets, null, data);
            } catch (Exception e) {
                throw new IllegalStateException(
                        "MaryTTS could not predict the durations of a phrase", e);
            }
        }
    }
}
