package io.parler.conversion.voice;

import java.util.List;

/// The voices there are.
public interface VoiceCatalog {
    /// The services that are configured, the preferred first.
    List<String> providers();

    /// One service's voices; none where it is not configured. Throws when it can't be asked now.
    List<VoiceProfile> list(String provider);
}
