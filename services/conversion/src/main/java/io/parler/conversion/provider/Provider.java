package io.parler.conversion.provider;

import io.parler.conversion.voice.VoiceProviders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// A third-party voice provider, configured by the function's environment variables.
public interface Provider {
    /// The provider's name in voice ids.
    String name();

    /// The name of the SSM parameter with the API key.
    Optional<String> keyParameter();

    /// Connects to the provider. Empty if it needs a key and there is none.
    ///
    /// @param http creates the client, which takes time, so only when it is needed
    Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock);
}
