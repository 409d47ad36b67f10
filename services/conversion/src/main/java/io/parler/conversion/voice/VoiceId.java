package io.parler.conversion.voice;

import java.util.Optional;

/// The id of a voice in the API: the provider, the name of the voice there and, if the provider has
/// several, the engine: `polly:Joanna:neural`, `openai:alloy`.
public record VoiceId(String provider, String name, Optional<String> engine) {
    private static final char SEPARATOR = ':';

    public VoiceId {
        if (provider.isEmpty() || provider.indexOf(SEPARATOR) >= 0 || name.isEmpty()) {
            throw new IllegalArgumentException("not a voice id: " + provider + SEPARATOR + name);
        }
    }

    public static VoiceId of(String provider, String name) {
        return new VoiceId(provider, name, Optional.empty());
    }

    public static VoiceId of(String provider, String name, String engine) {
        return new VoiceId(provider, name, Optional.of(engine));
    }

    /// The provider in `id`. Empty if `id` is a bare name.
    public static Optional<String> providerOf(String id) {
        int end = id.indexOf(SEPARATOR);
        return end > 0 ? Optional.of(id.substring(0, end)) : Optional.empty();
    }

    /// Whether `id` is this id, with or without its engine, or the bare name.
    public boolean matches(String id) {
        return id.equals(toString()) || id.equals(withoutEngine()) || id.equals(name);
    }

    /// The id without the engine: `polly:Joanna`.
    public String withoutEngine() {
        return provider + SEPARATOR + name;
    }

    @Override
    public String toString() {
        return engine.map(engineId -> withoutEngine() + SEPARATOR + engineId)
                .orElseGet(this::withoutEngine);
    }
}
