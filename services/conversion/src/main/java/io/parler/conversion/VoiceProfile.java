package io.parler.conversion;

import java.util.List;
import java.util.Locale;

/// A voice there is: who it is, what it speaks, how it can be made.
public record VoiceProfile(
        String id, String name, String language, String gender, List<Engine> engines) {
    public VoiceProfile {
        engines = List.copyOf(engines);
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("voice " + id + " has no engine");
        }
    }

    /// Whether this voice speaks `language`, in any of its regions if it names none: `en` is spoken
    /// by all English voices, `en-GB` by the British.
    public boolean speaks(String language) {
        String own = this.language.toLowerCase(Locale.ROOT);
        String wanted = language.toLowerCase(Locale.ROOT);
        return own.equals(wanted) || own.startsWith(wanted + "-");
    }

    /// Neural where there is one, else standard: the voice's best engine that stays the same over
    /// the years.
    Engine preferredEngine() {
        if (engines.contains(Engine.NEURAL)) {
            return Engine.NEURAL;
        }
        return engines.contains(Engine.STANDARD) ? Engine.STANDARD : engines.getFirst();
    }

    boolean isSteady() {
        return engines.contains(Engine.NEURAL) || engines.contains(Engine.STANDARD);
    }
}
