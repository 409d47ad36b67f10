package io.parler.conversion;

import java.util.List;

/// The voices there are.
@FunctionalInterface
public interface Voices {
    List<VoiceProfile> all();
}
