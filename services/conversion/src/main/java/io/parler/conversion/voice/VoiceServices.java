package io.parler.conversion.voice;

import io.parler.conversion.speech.Utterance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The voice services that are configured, the preferred first; each is called by its name in a
/// voice's id.
public final class VoiceServices implements Voice, Voices {
    private final Map<String, Service> services = new LinkedHashMap<>();

    /// One service.
    ///
    /// @param voices throws when they can't be asked for now
    public record Service(String name, Voice voice, Supplier<List<VoiceProfile>> voices) {}

    public VoiceServices(List<Service> services) {
        services.forEach(service -> this.services.put(service.name(), service));
    }

    @Override
    public List<String> services() {
        return List.copyOf(services.keySet());
    }

    @Override
    public List<VoiceProfile> of(String service) {
        return Optional.ofNullable(services.get(service))
                .map(known -> known.voices().get())
                .orElse(List.of());
    }

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return serviceOf(voice).speak(utterance, voice);
    }

    @Override
    public Answer<List<Mark>> marks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return serviceOf(voice).marks(utterance, voice);
    }

    private Voice serviceOf(VoiceProfile voice) {
        Service service = services.get(voice.id().service());
        if (service == null) {
            throw new IllegalStateException("no service speaks as " + voice.id());
        }
        return service.voice();
    }
}
