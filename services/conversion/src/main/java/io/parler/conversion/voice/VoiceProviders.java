package io.parler.conversion.voice;

import io.parler.conversion.speech.Utterance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The configured providers, the preferred one first. The provider in a voice id selects the one to
/// call.
public final class VoiceProviders implements SpeechSynthesizer, VoiceCatalog {
    private final Map<String, Connection> providers = new LinkedHashMap<>();

    /// The connection to one provider.
    ///
    /// @param voices lists the voices; throws if the provider is unavailable
    public record Connection(
            String name, SpeechSynthesizer synthesizer, Supplier<List<VoiceProfile>> voices) {}

    public VoiceProviders(List<Connection> providers) {
        providers.forEach(provider -> this.providers.put(provider.name(), provider));
    }

    @Override
    public List<String> providers() {
        return List.copyOf(providers.keySet());
    }

    @Override
    public List<VoiceProfile> list(String provider) {
        return Optional.ofNullable(providers.get(provider))
                .map(connection -> connection.voices().get())
                .orElse(List.of());
    }

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return synthesizerOf(voice).synthesize(utterance, voice);
    }

    @Override
    public CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return synthesizerOf(voice).speechMarks(utterance, voice);
    }

    private SpeechSynthesizer synthesizerOf(VoiceProfile voice) {
        Connection provider = providers.get(voice.id().provider());
        if (provider == null) {
            throw new IllegalStateException("no provider has the voice " + voice.id());
        }
        return provider.synthesizer();
    }
}
