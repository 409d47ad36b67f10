package io.parler.conversion.provider;

import io.parler.conversion.voice.VoiceProviders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// A third-party provider of voices, as the function's settings describe it.
public interface Provider {
    /// The provider's name in voice ids.
    String name();

    /// The name of the parameter that holds the API key.
    Optional<String> keyParameter();

    /// The provider's voices; empty without a key that it needs.
    ///
    /// @param http made only when it is needed: starting it takes time
    Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock);
}
