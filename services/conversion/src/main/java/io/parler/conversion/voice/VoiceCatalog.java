package io.parler.conversion.voice;

import java.util.List;

/// The available voices.
public interface VoiceCatalog {
    /// The configured providers; the preferred one comes first.
    List<String> providers();

    /// The voices of one provider. Empty if it is not configured. Throws if the provider is
    /// unavailable.
    List<VoiceProfile> list(String provider);
}
