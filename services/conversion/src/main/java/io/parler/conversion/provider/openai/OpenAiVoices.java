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

/// The voices of OpenAI, which are documented and not asked for, or those that another server has.
/// Nobody says of OpenAI's whether they are of a woman or a man.
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
        List<String> served = account.isPublic() ? List.of() : fetchNames();
        if (!served.isEmpty()) {
            return served;
        }
        return account.isPublic() && account.isFirstGeneration() ? FIRST_GENERATION : ALL;
    }

    /// `GET /audio/voices` is of no standard: a server may know it or not.
    private List<String> fetchNames() {
        ProviderResponse reply =
                http.list(OpenAiAccount.PROVIDER, account.request("/audio/voices"));
        boolean unknown = reply.status() == 501;
        boolean locked = reply.status() == 401 || reply.status() == 403;
        if (locked || (reply.isRetryable() && !unknown)) {
            throw new ProviderError(reply.status(), "", "").toException(OpenAiAccount.PROVIDER);
        }
        List<String> names = new ArrayList<>();
        if (reply.isOk()) {
            for (JsonNode voice : reply.json().path("voices")) {
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
