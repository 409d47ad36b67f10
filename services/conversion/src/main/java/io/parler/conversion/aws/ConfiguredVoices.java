package io.parler.conversion.aws;

import io.parler.conversion.voice.KnownVoices;
import io.parler.conversion.voice.VoiceServices;
import java.time.InstantSource;
import java.util.List;

/// The voice services that this function may call.
final class ConfiguredVoices {
    private ConfiguredVoices() {}

    static VoiceServices of(Clients clients, InstantSource clock) {
        return new VoiceServices(
                List.of(
                        new VoiceServices.Service(
                                PollyVoices.SERVICE,
                                new PollyVoice(clients.polly()),
                                new KnownVoices(
                                        new PollyVoices(clients.pollyVoices())::ask, clock))));
    }
}
