package io.parler.conversion.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.Gender;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderResponse;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists Google's voices: some 1,500, in one response.
final class GoogleVoices {
    private final ProviderHttpClient http;
    private final GoogleAccount account;

    GoogleVoices(ProviderHttpClient http, GoogleAccount account) {
        this.http = http;
        this.account = account;
    }

    List<VoiceProfile> list() {
        ProviderResponse response = http.list(GoogleAccount.PROVIDER, account.request("/voices"));
        if (!response.isOk()) {
            throw GoogleSynthesizer.providerError(response).toException(GoogleAccount.PROVIDER);
        }
        List<VoiceProfile> all = new ArrayList<>();
        for (JsonNode voice : response.json().path("voices")) {
            profile(voice).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Optional<VoiceProfile> profile(JsonNode voice) {
        List<String> languages = new ArrayList<>();
        voice.path("languageCodes").forEach(code -> languages.add(code.asText()));
        String name = voice.path("name").asText();
        return GoogleEngines.of(name)
                .filter(_ -> !languages.isEmpty())
                .map(
                        engine ->
                                new VoiceProfile(
                                        VoiceId.of(GoogleAccount.PROVIDER, name),
                                        name,
                                        languages,
                                        Gender.of(voice.path("ssmlGender").asText()),
                                        engine));
    }
}
