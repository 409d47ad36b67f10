package io.parler.polly.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.Language;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.VoiceCatalog;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers `GET /v1/voices`. All voices fit on one page, so there is never a NextToken.
final class DescribeVoicesHandler {
    private DescribeVoicesHandler() {}

    static String handle(@Nullable String query, VoiceCatalog catalog) throws PollyException {
        Map<String, String> parameters = parameters(query);
        String engine = parameters.get("Engine");
        String language = parameters.get("LanguageCode");
        if (parameters.containsKey("NextToken")) {
            throw new PollyException("InvalidNextTokenException", "The NextToken is invalid");
        }
        List<String> engines = Arrays.stream(Engine.values()).map(Engine::code).toList();
        validate("engine", engine, engines);
        validate("languageCode", language, SpeechRequest.languageCodes(catalog));
        boolean withAdditional = "true".equals(parameters.get("IncludeAdditionalLanguageCodes"));
        List<Voice> voices =
                catalog.voices().stream()
                        .filter(
                                voice ->
                                        language == null || speaks(voice, language, withAdditional))
                        .filter(voice -> engine == null || engineCodes(voice).contains(engine))
                        .toList();
        return JsonObject.write(
                json -> {
                    json.writeArrayFieldStart("Voices");
                    for (Voice voice : voices) {
                        write(json, voice);
                    }
                    json.writeEndArray();
                });
    }

    private static boolean speaks(Voice voice, String language, boolean withAdditional) {
        return (withAdditional ? voice.languages() : List.of(voice.language()))
                .stream().anyMatch(spoken -> spoken.code().equals(language));
    }

    private static void validate(String field, @Nullable String value, List<String> allowed)
            throws PollyException {
        if (value != null && !allowed.contains(value)) {
            throw PollyException.validation(
                    "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                            .formatted(value, field, allowed));
        }
    }

    private static void write(JsonGenerator json, Voice voice) throws IOException {
        json.writeStartObject();
        if (voice.languages().size() > 1) {
            json.writeArrayFieldStart("AdditionalLanguageCodes");
            for (Language language : voice.languages().subList(1, voice.languages().size())) {
                json.writeString(language.code());
            }
            json.writeEndArray();
        }
        json.writeStringField("Gender", voice.gender());
        json.writeStringField("Id", voice.id());
        json.writeStringField("LanguageCode", voice.language().code());
        json.writeStringField("LanguageName", voice.language().name());
        json.writeStringField("Name", voice.id());
        json.writeArrayFieldStart("SupportedEngines");
        for (String engine : engineCodes(voice)) {
            json.writeString(engine);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<String> engineCodes(Voice voice) {
        return voice.engines().stream().map(Engine::code).toList();
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
