package io.parler.conversion.sample;

import io.parler.conversion.ConversionProblems;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceChoice;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import java.util.Optional;

/// Provides a sample of each voice: one sentence in its language, synthesized on the first request
/// and then stored.
public final class VoiceSamples {
    private final VoiceCatalog voices;
    private final SpeechSynthesizer synthesizer;
    private final SampleStore store;

    public VoiceSamples(VoiceCatalog voices, SpeechSynthesizer synthesizer, SampleStore store) {
        this.voices = voices;
        this.synthesizer = synthesizer;
        this.store = store;
    }

    /// A public store of samples.
    public interface SampleStore {
        /// The key of the sample, if there is one.
        Optional<String> get(ChunkKey key);

        String put(ChunkKey key, Mp3 audio);
    }

    /// The result of a request for a sample.
    public sealed interface Sample {
        record Stored(String key) implements Sample {}

        record Refused(Problem problem) implements Sample {}

        /// The provider is busy. The same request may succeed later.
        record Busy() implements Sample {}
    }

    /// The sample of one voice.
    ///
    /// @param id the id in the list of voices
    public Sample of(String id) throws InterruptedException {
        return switch (VoiceChoice.of(Optional.of(id), Optional.empty(), voices)) {
            case VoiceChoice.Choice.Refused refused -> new Sample.Refused(refused.problem());
            case VoiceChoice.Choice.Chosen chosen -> of(chosen.voice());
        };
    }

    private Sample of(VoiceProfile profile) throws InterruptedException {
        Optional<String> sentence = SampleSentences.in(profile.language());
        if (sentence.isEmpty()) {
            return new Sample.Refused(ConversionProblems.noSample(profile.id().toString()));
        }
        Utterance utterance = Utterance.text(sentence.get());
        ChunkKey key = ChunkKey.of(AccountId.OWNER, utterance, profile);
        Optional<String> stored = store.get(key);
        return stored.isPresent()
                ? new Sample.Stored(stored.get())
                : switch (synthesizer.synthesize(utterance, profile)) {
                    case CallResult.Success<SynthesizedSpeech> success ->
                            new Sample.Stored(store.put(key, success.value().audio()));
                    case CallResult.Refused<SynthesizedSpeech> refused ->
                            new Sample.Refused(
                                    ConversionProblems.speechRefused(
                                            refused.reason().sentence(), "sample", sentence.get()));
                    case CallResult.Busy<SynthesizedSpeech> _ -> new Sample.Busy();
                };
    }
}
