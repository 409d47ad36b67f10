package io.parler.conversion.voice;

import java.util.Optional;

/// A voice as the API names it: the service, the service's own name for it and, where the service
/// makes it in several ways, the engine: `polly:Joanna:neural`, `openai:alloy`.
public record VoiceId(String service, String name, Optional<String> engine) {
    private static final char BETWEEN = ':';

    public VoiceId {
        if (service.isEmpty() || service.indexOf(BETWEEN) >= 0 || name.isEmpty()) {
            throw new IllegalArgumentException("no voice: " + service + BETWEEN + name);
        }
    }

    public static VoiceId of(String service, String name) {
        return new VoiceId(service, name, Optional.empty());
    }

    public static VoiceId of(String service, String name, String engine) {
        return new VoiceId(service, name, Optional.of(engine));
    }

    /// The service that `asked` names; none where it is a bare name.
    public static Optional<String> serviceOf(String asked) {
        int end = asked.indexOf(BETWEEN);
        return end > 0 ? Optional.of(asked.substring(0, end)) : Optional.empty();
    }

    /// Whether `asked` is this id, or is it without the engine, or without the service, too.
    public boolean isMeantBy(String asked) {
        return asked.equals(toString()) || asked.equals(person()) || asked.equals(name);
    }

    /// Who speaks, whichever engine makes it: `polly:Joanna`.
    public String person() {
        return service + BETWEEN + name;
    }

    @Override
    public String toString() {
        return engine.map(made -> person() + BETWEEN + made).orElseGet(this::person);
    }
}
