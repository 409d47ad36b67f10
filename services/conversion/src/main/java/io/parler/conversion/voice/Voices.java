package io.parler.conversion.voice;

import java.util.List;

/// The voices there are.
public interface Voices {
    /// The services that are configured, the preferred first.
    List<String> services();

    /// One service's voices; none where it is not configured. Throws when it can't be asked now.
    List<VoiceProfile> of(String service);
}
