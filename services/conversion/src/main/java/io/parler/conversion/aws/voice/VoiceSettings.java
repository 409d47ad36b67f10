package io.parler.conversion.aws.voice;

import io.parler.aws.Environment;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.ProviderSettings;
import io.parler.conversion.provider.elevenlabs.ElevenLabs;
import io.parler.conversion.provider.google.Google;
import io.parler.conversion.provider.openai.OpenAi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The providers besides Polly. A new provider is added here, and used if it has a key.
///
/// @param synthesisTimeout the timeout of one call to a provider
public record VoiceSettings(Duration synthesisTimeout, List<Provider> providers) {
    public VoiceSettings {
        providers = List.copyOf(providers);
    }

    public static VoiceSettings of(Environment environment) {
        ProviderSettings settings = new ProviderSettings(environment::optionalText);
        return new VoiceSettings(
                environment.duration("SYNTHESIS_TIMEOUT"),
                List.of(OpenAi.from(settings), Google.from(settings), ElevenLabs.from(settings)));
    }

    List<String> keyParameters() {
        return providers.stream()
                .map(Provider::keyParameter)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
