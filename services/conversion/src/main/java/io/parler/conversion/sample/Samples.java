package io.parler.conversion.sample;

import io.parler.conversion.Problem;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceChoice;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.Voices;
import java.util.Optional;

/// Lets a voice be heard before it is chosen: one sentence in its language, spoken at the first
/// asking and kept.
public final class Samples {
    private final Voices voices;
    private final Voice voice;
    private final Shelf shelf;

    public Samples(Voices voices, Voice voice, Shelf shelf) {
        this.voices = voices;
        this.voice = voice;
        this.shelf = shelf;
    }

    /// Where samples are kept for everyone to hear.
    public interface Shelf {
        /// The key of the sample, if there is one.
        Optional<String> find(ChunkKey key);

        String keep(ChunkKey key, Mp3 audio);
    }

    /// How asking for a sample ended.
    public sealed interface Sample {
        record Kept(String key) implements Sample {}

        record Refused(Problem problem) implements Sample {}

        /// Not now; the same may succeed later.
        record Busy() implements Sample {}
    }

    /// The sample of one voice.
    ///
    /// @param id as the list of voices has it
    public Sample of(String id) throws InterruptedException {
        return switch (VoiceChoice.of(Optional.of(id), Optional.empty(), voices)) {
            case VoiceChoice.Choice.Refused refused -> new Sample.Refused(refused.problem());
            case VoiceChoice.Choice.Chosen chosen -> of(chosen.voice());
        };
    }

    private Sample of(VoiceProfile profile) throws InterruptedException {
        Optional<String> sentence = SampleSentences.in(profile.language());
        if (sentence.isEmpty()) {
            return new Sample.Refused(Problem.noSample(profile.id().toString()));
        }
        Utterance utterance = Utterance.text(sentence.get());
        ChunkKey key = ChunkKey.of(utterance, profile);
        Optional<String> kept = shelf.find(key);
        return kept.isPresent()
                ? new Sample.Kept(kept.get())
                : switch (voice.speak(utterance, profile)) {
                    case Answer.Given<Sound> given ->
                            new Sample.Kept(shelf.keep(key, given.what().audio()));
                    case Answer.Refused<Sound> refused ->
                            new Sample.Refused(
                                    Problem.speechRefused(
                                            refused.reason().sentence(), "sample", sentence.get()));
                    case Answer.Busy<Sound> _ -> new Sample.Busy();
                };
    }
}
