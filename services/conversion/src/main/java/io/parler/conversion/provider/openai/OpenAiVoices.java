package io.parler.conversion.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.Gender;
import io.parler.conversion.provider.ProviderError;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderResponse;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import java.util.ArrayList;
import java.util.List;

/// Lists the voices: of OpenAI the documented ones, since its API has no list; of another server
/// its own list. OpenAI does not publish the gender of its voices.
final class OpenAiVoices {
    private static final List<String> FIRST_GENERATION =
            List.of("alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer");
    private static final List<String> ALL =
            List.of(
                    "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova",
                    "onyx", "sage", "shimmer", "verse");

    /// As OpenAI lists them ("Text to speech", "Supported languages").
    static final List<String> LANGUAGES =
            List.of(
                    "en", "af", "ar", "hy", "az", "be", "bs", "bg", "ca", "zh", "hr", "cs", "da",
                    "nl", "et", "fi", "fr", "gl", "de", "el", "he", "hi", "hu", "is", "id", "it",
                    "ja", "kn", "kk", "ko", "lv", "lt", "mk", "ms", "mr", "mi", "ne", "no", "fa",
                    "pl", "pt", "ro", "ru", "sr", "sk", "sl", "es", "sw", "sv", "tl", "ta", "th",
                    "tr", "uk", "ur", "vi", "cy");

    private final ProviderHttpClient http;
    private final OpenAiAccount account;

    OpenAiVoices(ProviderHttpClient http, OpenAiAccount account) {
        this.http = http;
        this.account = account;
    }

    List<VoiceProfile> list() {
        return names().stream().map(this::profile).toList();
    }

    private List<String> names() {
        if (!account.voices().isEmpty()) {
            return account.voices();
        }
        List<String> fetched = account.isOpenAi() ? List.of() : fetchNames();
        if (!fetched.isEmpty()) {
            return fetched;
        }
        return account.isOpenAi() && account.isFirstGeneration() ? FIRST_GENERATION : ALL;
    }

    /// `GET /audio/voices` is no standard: a server may not support it.
    private List<String> fetchNames() {
        ProviderResponse response =
                http.list(OpenAiAccount.PROVIDER, account.request("/audio/voices"));
        boolean unsupported = response.status() == 501;
        boolean unauthorized = response.status() == 401 || response.status() == 403;
        if (unauthorized || (response.isRetryable() && !unsupported)) {
            throw new ProviderError(response.status(), "", "").toException(OpenAiAccount.PROVIDER);
        }
        List<String> names = new ArrayList<>();
        if (response.isOk()) {
            for (JsonNode voice : response.json().path("voices")) {
                String name =
                        voice.isTextual()
                                ? voice.asText()
                                : voice.path("id").asText(voice.path("name").asText());
                if (!name.isBlank()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private VoiceProfile profile(String name) {
        return new VoiceProfile(
                VoiceId.of(OpenAiAccount.PROVIDER, name),
                name,
                KokoroVoiceName.language(name).map(List::of).orElse(LANGUAGES),
                KokoroVoiceName.gender(name).orElse(Gender.NEUTRAL),
                account.engine());
    }
}
