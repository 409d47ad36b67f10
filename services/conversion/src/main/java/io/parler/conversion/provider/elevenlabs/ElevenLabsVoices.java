package io.parler.conversion.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.Gender;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderResponse;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Lists the voices of an account at ElevenLabs: its own, and those added from the library.
final class ElevenLabsVoices {
    /// A bound, in case the last page never comes; far above what an account can hold.
    private static final int MAX_PAGES = 50;

    private final ProviderHttpClient http;
    private final ElevenLabsAccount account;

    ElevenLabsVoices(ProviderHttpClient http, ElevenLabsAccount account) {
        this.http = http;
        this.account = account;
    }

    List<VoiceProfile> list() {
        List<VoiceProfile> all = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            JsonNode response = page(next);
            response.path("voices").forEach(voice -> all.add(profile(voice)));
            next = response.path("next_page_token").asText("");
            if (!response.path("has_more").asBoolean() || next.isEmpty()) {
                break;
            }
        }
        return List.copyOf(all);
    }

    private JsonNode page(String token) {
        String pageToken =
                token.isEmpty()
                        ? ""
                        : "&next_page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        ProviderResponse response =
                http.list(
                        ElevenLabsAccount.PROVIDER,
                        account.request("/v2/voices?page_size=100" + pageToken));
        if (!response.isOk()) {
            throw ElevenLabsSynthesizer.providerError(response)
                    .toException(ElevenLabsAccount.PROVIDER);
        }
        return response.json();
    }

    private VoiceProfile profile(JsonNode voice) {
        String id = voice.path("voice_id").asText();
        return new VoiceProfile(
                VoiceId.of(ElevenLabsAccount.PROVIDER, id),
                voice.path("name").asText(id),
                languages(voice),
                Gender.of(voice.path("labels").path("gender").asText()),
                account.engine());
    }

    /// All languages of the model, but those that the voice was made for or verified in come
    /// first.
    private List<String> languages(JsonNode voice) {
        List<String> ofModel = ElevenLabsLanguages.of(account.model());
        SequencedSet<String> languages = new LinkedHashSet<>();
        languages.add(voice.path("labels").path("language").asText());
        for (JsonNode verified : voice.path("verified_languages")) {
            if (verified.path("model_id").asText(account.model()).equals(account.model())) {
                languages.add(verified.path("language").asText());
            }
        }
        languages.retainAll(ofModel);
        languages.addAll(ofModel);
        return List.copyOf(languages);
    }
}
